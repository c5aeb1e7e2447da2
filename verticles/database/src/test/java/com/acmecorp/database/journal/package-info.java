@NullMarked
package com.acmecorp.database.journal;

import org.jspecify.annotations.NullMarked;
