@NullMarked
package com.acmecorp.database.census;

import org.jspecify.annotations.NullMarked;
