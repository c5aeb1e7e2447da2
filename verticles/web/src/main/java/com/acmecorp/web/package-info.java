/** The only context that listens on HTTP: the shop's pages, the public and the private API. */
@NullMarked
package com.acmecorp.web;

import org.jspecify.annotations.NullMarked;
