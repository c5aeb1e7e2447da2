/** What must hold, one class for each rule. */
@NullMarked
package com.acmecorp.operations.rule;

import org.jspecify.annotations.NullMarked;
