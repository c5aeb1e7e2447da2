/** The order context: accepts, prices and settles an order, places it, and moves its status. */
@NullMarked
package com.acmecorp.order;

import org.jspecify.annotations.NullMarked;
