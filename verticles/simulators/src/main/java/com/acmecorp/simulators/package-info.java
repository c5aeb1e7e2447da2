/** Other companies, played by us: what a real payment provider, stockist, bookkeeper and delivery partner would do. */
@NullMarked
package com.acmecorp.simulators;

import org.jspecify.annotations.NullMarked;
