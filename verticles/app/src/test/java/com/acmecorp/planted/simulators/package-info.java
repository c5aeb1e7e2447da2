/** Violations that prove the walls of the architecture test; nothing uses them. */
@NullMarked
package com.acmecorp.planted.simulators;

import org.jspecify.annotations.NullMarked;
