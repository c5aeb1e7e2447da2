/** The ports of the event transport and its adapter for the Vert.x event bus. */
@NullMarked
package com.acmecorp.platform.events;

import org.jspecify.annotations.NullMarked;
