/** Tests of the GraphQL API's own checks. */
@NullMarked
package com.acmecorp.database.graphql;

import org.jspecify.annotations.NullMarked;
