/** What operations sees of the system. */
@NullMarked
package com.acmecorp.operations.facts;

import org.jspecify.annotations.NullMarked;
