/** The stock context: gets the goods of an order from the stockist. */
@NullMarked
package com.acmecorp.stock;

import org.jspecify.annotations.NullMarked;
