/** Ports and adapters that every context uses; it knows no context. */
@NullMarked
package com.acmecorp.platform;

import org.jspecify.annotations.NullMarked;
