@NullMarked
package com.acmecorp.database.write;

import org.jspecify.annotations.NullMarked;
