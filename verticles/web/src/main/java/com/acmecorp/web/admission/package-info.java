/** Whether a new order is taken: decided before its request is read. */
@NullMarked
package com.acmecorp.web.admission;

import org.jspecify.annotations.NullMarked;
