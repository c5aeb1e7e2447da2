package com.acmecorp.email;

/**
 * A mail on its way to the mail server.
 *
 * @param messageId the same whenever this mail is sent, so that a mailbox can tell a repetition
 */
record OutgoingMail(String messageId, Mailbox to, RenderedMail words) {}
