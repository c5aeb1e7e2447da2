/** Deliveries that were given up: what they died of. */
@NullMarked
package com.acmecorp.database.deadletter;

import org.jspecify.annotations.NullMarked;
