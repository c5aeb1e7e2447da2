/** Group commit: writes that meet in one transaction, and what each of them decides. */
@NullMarked
package com.acmecorp.database.write;

import org.jspecify.annotations.NullMarked;
