/** A cloud on this machine: what AWS does with events, for tests. */
@NullMarked
package com.acmecorp.aws.testing;

import org.jspecify.annotations.NullMarked;
