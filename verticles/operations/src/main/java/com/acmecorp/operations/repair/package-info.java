/** Mends what can be mended, some times, and leaves the rest to people. */
@NullMarked
package com.acmecorp.operations.repair;

import org.jspecify.annotations.NullMarked;
