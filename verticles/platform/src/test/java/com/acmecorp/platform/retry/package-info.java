@NullMarked
package com.acmecorp.platform.retry;

import org.jspecify.annotations.NullMarked;
