/** A database server of this one thread: the statements of the database context over maps, with transactions and locks. */
@NullMarked
package com.acmecorp.app.simulation.sql;

import org.jspecify.annotations.NullMarked;
