/** What one client, one order and one mailbox may take of what is there for all. */
@NullMarked
package com.acmecorp.web.limit;

import org.jspecify.annotations.NullMarked;
