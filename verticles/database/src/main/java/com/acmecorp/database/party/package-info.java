/** What third parties hold of our orders, as far as it isn't what we hold. */
@NullMarked
package com.acmecorp.database.party;

import org.jspecify.annotations.NullMarked;
