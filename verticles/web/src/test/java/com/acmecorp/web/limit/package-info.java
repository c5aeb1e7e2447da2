/** The web context as its callers see it, with fakes for the other contexts. */
@NullMarked
package com.acmecorp.web.limit;

import org.jspecify.annotations.NullMarked;
