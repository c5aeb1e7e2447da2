/** Alerts: what is wrong at the moment, since when, and who is told of it. */
@NullMarked
package com.acmecorp.operations.alert;

import org.jspecify.annotations.NullMarked;
