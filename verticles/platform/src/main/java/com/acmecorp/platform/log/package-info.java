/** One line for each business step, with what it is found by. */
@NullMarked
package com.acmecorp.platform.log;

import org.jspecify.annotations.NullMarked;
