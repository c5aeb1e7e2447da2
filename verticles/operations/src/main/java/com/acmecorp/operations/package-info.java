/** The operations context: lets the system tell people how it is. */
@NullMarked
package com.acmecorp.operations;

import org.jspecify.annotations.NullMarked;
