/** The web context as its callers see it, with fakes for the other contexts. */
@NullMarked
package com.acmecorp.web;

import org.jspecify.annotations.NullMarked;
