/** What decides whether a process takes further orders. */
@NullMarked
package com.acmecorp.platform.admission;

import org.jspecify.annotations.NullMarked;
