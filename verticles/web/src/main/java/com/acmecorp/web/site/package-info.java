/** The shop's pages, served from memory. */
@NullMarked
package com.acmecorp.web.site;

import org.jspecify.annotations.NullMarked;
