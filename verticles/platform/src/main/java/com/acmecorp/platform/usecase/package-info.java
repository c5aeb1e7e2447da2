/** How the HTTP side reaches the use cases of the contexts. */
@NullMarked
package com.acmecorp.platform.usecase;

import org.jspecify.annotations.NullMarked;
