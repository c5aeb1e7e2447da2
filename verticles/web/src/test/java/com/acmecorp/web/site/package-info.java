/** The shop's files, as they are served. */
@NullMarked
package com.acmecorp.web.site;

import org.jspecify.annotations.NullMarked;
