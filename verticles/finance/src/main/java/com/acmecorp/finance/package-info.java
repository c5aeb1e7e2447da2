/** The finance context: enters each sale in the books. */
@NullMarked
package com.acmecorp.finance;

import org.jspecify.annotations.NullMarked;
