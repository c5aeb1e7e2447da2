/** Values on the event bus: by reference inside the process, as JSON between processes. */
@NullMarked
package com.acmecorp.platform.bus;

import org.jspecify.annotations.NullMarked;
