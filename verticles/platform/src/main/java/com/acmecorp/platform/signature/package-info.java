/** Signatures by which a call over the internet proves who sent it. */
@NullMarked
package com.acmecorp.platform.signature;

import org.jspecify.annotations.NullMarked;
