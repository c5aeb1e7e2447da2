@NullMarked
package com.acmecorp.platform.time;

import org.jspecify.annotations.NullMarked;
