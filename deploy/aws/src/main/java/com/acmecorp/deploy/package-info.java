/**
 * The shop in AWS, as code: one stack, synthesised into one CloudFormation template that is
 * committed. The rules and queues follow {@code subscriptions.json}, the registry the schemas.
 */
@NullMarked
package com.acmecorp.deploy;

import org.jspecify.annotations.NullMarked;
