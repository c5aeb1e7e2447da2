/**
 * The one thing all contexts share: the events of an order's journey, the envelope they travel in, who listens to
 * which, and the few value types that these need. No behaviour of any context lives here.
 */
@NullMarked
package com.acmecorp.events;

import org.jspecify.annotations.NullMarked;
