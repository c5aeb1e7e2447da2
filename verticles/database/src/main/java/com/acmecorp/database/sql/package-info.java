/** Statements for many rows at once, and what SQL failures mean. */
@NullMarked
package com.acmecorp.database.sql;

import org.jspecify.annotations.NullMarked;
