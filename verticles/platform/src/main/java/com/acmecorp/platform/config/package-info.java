/** Configuration: read in one place, all that is wrong reported at once. */
@NullMarked
package com.acmecorp.platform.config;

import org.jspecify.annotations.NullMarked;
