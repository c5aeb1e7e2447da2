/** Stand-ins for third parties. */
@NullMarked
package com.acmecorp.platform.sandbox;

import org.jspecify.annotations.NullMarked;
