/** Each rule, kept and broken. */
@NullMarked
package com.acmecorp.operations.rule;

import org.jspecify.annotations.NullMarked;
