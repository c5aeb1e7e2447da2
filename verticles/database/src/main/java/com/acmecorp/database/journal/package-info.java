/** What happens to an event after its commit: dispatch, recovery and further attempts. */
@NullMarked
package com.acmecorp.database.journal;

import org.jspecify.annotations.NullMarked;
