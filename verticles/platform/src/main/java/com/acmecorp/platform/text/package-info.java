/** What people type into our fields: how it is normalised, and what of it is refused, for all who take or send it. */
@NullMarked
package com.acmecorp.platform.text;

import org.jspecify.annotations.NullMarked;
