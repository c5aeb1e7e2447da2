/** What can be asked of the data; reads go around the write queue. */
@NullMarked
package com.acmecorp.database.read;

import org.jspecify.annotations.NullMarked;
