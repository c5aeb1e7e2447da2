/** Alerts with a clock that stands still, and sinks that fail as a test wants. */
@NullMarked
package com.acmecorp.operations.alert;

import org.jspecify.annotations.NullMarked;
