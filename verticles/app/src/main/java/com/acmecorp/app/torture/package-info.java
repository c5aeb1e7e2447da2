/** Hurts a whole system in the middle of its work and compares what it promised with what it did. */
@NullMarked
package com.acmecorp.app.torture;

import org.jspecify.annotations.NullMarked;
