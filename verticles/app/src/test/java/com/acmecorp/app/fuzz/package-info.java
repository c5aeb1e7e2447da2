/** Proves that the fuzzer sees what it looks for. */
@NullMarked
package com.acmecorp.app.fuzz;

import org.jspecify.annotations.NullMarked;
