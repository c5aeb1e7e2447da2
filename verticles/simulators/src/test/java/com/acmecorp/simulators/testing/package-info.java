/** The simulators at hand: for tests of those who call third parties. */
@NullMarked
package com.acmecorp.simulators.testing;

import org.jspecify.annotations.NullMarked;
