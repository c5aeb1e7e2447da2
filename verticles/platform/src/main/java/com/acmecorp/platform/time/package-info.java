/** The time that all processes share. */
@NullMarked
package com.acmecorp.platform.time;

import org.jspecify.annotations.NullMarked;
