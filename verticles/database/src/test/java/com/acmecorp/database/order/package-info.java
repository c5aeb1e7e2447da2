@NullMarked
package com.acmecorp.database.order;

import org.jspecify.annotations.NullMarked;
