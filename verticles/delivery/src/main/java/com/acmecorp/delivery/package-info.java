/** The delivery context: offers delivery times and books one for an order. */
@NullMarked
package com.acmecorp.delivery;

import org.jspecify.annotations.NullMarked;
