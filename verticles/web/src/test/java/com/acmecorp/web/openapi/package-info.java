/** The OpenAPI documents and what is made of them. */
@NullMarked
package com.acmecorp.web.openapi;

import org.jspecify.annotations.NullMarked;
