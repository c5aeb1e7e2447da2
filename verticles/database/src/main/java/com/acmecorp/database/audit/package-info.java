/** Counts all orders again and again, and finds those that nothing moves any more. */
@NullMarked
package com.acmecorp.database.audit;

import org.jspecify.annotations.NullMarked;
