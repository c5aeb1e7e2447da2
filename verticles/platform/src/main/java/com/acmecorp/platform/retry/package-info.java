/** How long to wait before something is tried again. */
@NullMarked
package com.acmecorp.platform.retry;

import org.jspecify.annotations.NullMarked;
