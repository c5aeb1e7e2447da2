/** A MariaDB server that comes with the jar, so that one machine needs nothing installed. */
@NullMarked
package com.acmecorp.database.embedded;

import org.jspecify.annotations.NullMarked;
