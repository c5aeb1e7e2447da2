/** The web context as its callers see it, with fakes for the other contexts. */
@NullMarked
package com.acmecorp.web.admission;

import org.jspecify.annotations.NullMarked;
