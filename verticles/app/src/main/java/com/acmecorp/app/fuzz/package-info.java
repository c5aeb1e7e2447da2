/** A fuzzer: requests made from the OpenAPI documents and from the grammar of HTTP, each with something wrong in it. */
@NullMarked
package com.acmecorp.app.fuzz;

import org.jspecify.annotations.NullMarked;
