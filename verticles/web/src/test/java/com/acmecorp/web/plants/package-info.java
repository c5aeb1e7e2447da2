/** Draws the shop's illustrations: six potted plants and the mark, as the SVG files under static/. */
@NullMarked
package com.acmecorp.web.plants;

import org.jspecify.annotations.NullMarked;
