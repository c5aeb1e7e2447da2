/** Starts the contexts that a process is to run: the one place that knows them all. */
@NullMarked
package com.acmecorp.app;

import org.jspecify.annotations.NullMarked;
