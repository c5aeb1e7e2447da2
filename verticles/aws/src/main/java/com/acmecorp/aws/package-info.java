/**
 * Events by EventBridge and SQS: the one place that knows the AWS SDK. To the contexts it is a transport like any other.
 */
@NullMarked
package com.acmecorp.aws;

import org.jspecify.annotations.NullMarked;
