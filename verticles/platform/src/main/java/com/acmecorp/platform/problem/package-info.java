/** Expected failures as values, and the one form in which they leave the system. */
@NullMarked
package com.acmecorp.platform.problem;

import org.jspecify.annotations.NullMarked;
