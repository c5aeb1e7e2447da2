/** Small fakes of the platform and sample orders, for the tests of every context. */
@NullMarked
package com.acmecorp.platform.testing;

import org.jspecify.annotations.NullMarked;
