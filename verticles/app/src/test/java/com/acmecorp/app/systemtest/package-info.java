@NullMarked
package com.acmecorp.app.systemtest;

import org.jspecify.annotations.NullMarked;
