@NullMarked
package com.acmecorp.database;

import org.jspecify.annotations.NullMarked;
