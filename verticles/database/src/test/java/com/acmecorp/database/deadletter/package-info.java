@NullMarked
package com.acmecorp.database.deadletter;

import org.jspecify.annotations.NullMarked;
