/** What is tried, and how often. */
@NullMarked
package com.acmecorp.operations.repair;

import org.jspecify.annotations.NullMarked;
