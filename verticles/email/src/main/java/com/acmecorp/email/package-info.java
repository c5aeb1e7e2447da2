/** The email context: tells the customer how the order comes along. */
@NullMarked
package com.acmecorp.email;

import org.jspecify.annotations.NullMarked;
