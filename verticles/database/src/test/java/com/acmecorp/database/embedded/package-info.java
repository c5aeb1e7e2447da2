@NullMarked
package com.acmecorp.database.embedded;

import org.jspecify.annotations.NullMarked;
