/** The GraphQL API in front of the writes and reads. */
@NullMarked
package com.acmecorp.database.graphql;

import org.jspecify.annotations.NullMarked;
