/** The operations context, with parts that are as a test wants them. */
@NullMarked
package com.acmecorp.operations;

import org.jspecify.annotations.NullMarked;
