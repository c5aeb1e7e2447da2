/** What the OpenAPI documents promise, compiled into checks that cost microseconds. */
@NullMarked
package com.acmecorp.web.openapi;

import org.jspecify.annotations.NullMarked;
