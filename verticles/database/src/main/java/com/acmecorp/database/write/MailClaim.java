package com.acmecorp.database.write;

import java.time.Instant;

/**
 * The right to send an e-mail.
 *
 * @param holder the {@link MailSender}'s number
 */
record MailClaim(long holder, Instant endsAt) {}
