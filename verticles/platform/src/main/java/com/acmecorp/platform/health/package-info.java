/** How a context tells whether it can work. */
@NullMarked
package com.acmecorp.platform.health;

import org.jspecify.annotations.NullMarked;
