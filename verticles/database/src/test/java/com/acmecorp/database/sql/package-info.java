@NullMarked
package com.acmecorp.database.sql;

import org.jspecify.annotations.NullMarked;
