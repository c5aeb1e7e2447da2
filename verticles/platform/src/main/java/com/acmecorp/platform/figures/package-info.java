/** Counts of what a process did, for people who watch it. */
@NullMarked
package com.acmecorp.platform.figures;

import org.jspecify.annotations.NullMarked;
