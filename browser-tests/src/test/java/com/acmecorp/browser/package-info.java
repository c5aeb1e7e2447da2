/**
 * The shop in a real browser, in front of the real system: what customers see and do there. Tests speak to pages by role
 * and by the names that people read or hear, which stand in words_*.properties, once for each language.
 */
@NullMarked
package com.acmecorp.browser;

import org.jspecify.annotations.NullMarked;
