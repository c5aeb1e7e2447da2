/** The database context: the one GraphQL API over the one shared database. Nothing else speaks SQL. */
@NullMarked
package com.acmecorp.database;

import org.jspecify.annotations.NullMarked;
