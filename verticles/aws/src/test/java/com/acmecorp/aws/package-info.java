@NullMarked
package com.acmecorp.aws;

import org.jspecify.annotations.NullMarked;
