@NullMarked
package com.acmecorp.database.audit;

import org.jspecify.annotations.NullMarked;
