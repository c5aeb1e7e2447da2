/** The port to those who take the money, and its sandbox. */
@NullMarked
package com.acmecorp.order.payment;

import org.jspecify.annotations.NullMarked;
