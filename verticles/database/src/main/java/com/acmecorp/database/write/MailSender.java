package com.acmecorp.database.write;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import java.time.Duration;
import java.time.Instant;

/**
 * Who wants to send an e-mail, which nobody else may do meanwhile.
 *
 * @param number of one process; asking again, it has the mail still
 * @param lease for how long it has it; if it dies, another may send the mail then
 */
public record MailSender(long number, Duration lease) {

    private static final Duration LONGEST_LEASE = Duration.ofHours(1);

    public MailSender {
        if (!lease.isPositive() || lease.compareTo(LONGEST_LEASE) > 0) {
            throw Problem.ofField(Kind.INVALID, "leaseMs", "leaseMs must be from 1 to 3600000.")
                    .asException();
        }
    }

    MailClaim claim(Instant now) {
        return new MailClaim(number, now.plus(lease));
    }

    /** Whether that claim is another one's, and holds. One that lasts longer than any may was written by a wrong clock. */
    boolean isShutOutBy(MailClaim claim, Instant now) {
        return claim.holder() != number
                && claim.endsAt().isAfter(now)
                && !claim.endsAt().isAfter(now.plus(LONGEST_LEASE));
    }
}
