/** Tokens that let the holder of a link see or change one order. */
@NullMarked
package com.acmecorp.platform.links;

import org.jspecify.annotations.NullMarked;
