/** How a context calls another company over HTTP: with a limit on everything, and not while it is down. */
@NullMarked
package com.acmecorp.platform.party;

import org.jspecify.annotations.NullMarked;
