@NullMarked
package com.acmecorp.app;

import org.jspecify.annotations.NullMarked;
