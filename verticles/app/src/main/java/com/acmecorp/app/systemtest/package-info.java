/** The system test and the load test: clients of any running system that know only its HTTP and GraphQL documents. */
@NullMarked
package com.acmecorp.app.systemtest;

import org.jspecify.annotations.NullMarked;
