@NullMarked
package com.acmecorp.app.torture;

import org.jspecify.annotations.NullMarked;
