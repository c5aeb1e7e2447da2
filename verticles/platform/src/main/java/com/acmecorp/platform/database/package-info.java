/** How a context reaches the data: GraphQL operations, whatever the way there. */
@NullMarked
package com.acmecorp.platform.database;

import org.jspecify.annotations.NullMarked;
