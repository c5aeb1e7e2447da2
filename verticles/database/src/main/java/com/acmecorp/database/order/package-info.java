/** The order as the database keeps it: the facts that never change and the progress that does. */
@NullMarked
package com.acmecorp.database.order;

import org.jspecify.annotations.NullMarked;
