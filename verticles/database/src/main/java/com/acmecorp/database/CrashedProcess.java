package com.acmecorp.database;

import com.acmecorp.database.journal.Journal;
import com.acmecorp.database.write.DuePayments;
import com.acmecorp.database.write.MailClaims;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that is known to be dead had begun: where the server is ours alone, nobody waits until its leases run
 * out. They are ended in the background; those that can't be run out by themselves.
 */
record CrashedProcess(Vertx vertx, Journal journal, DuePayments payments, MailClaims mails) {

    private static final Logger LOG = LoggerFactory.getLogger(CrashedProcess.class);
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MS = 500;

    void endLeases() {
        endLeasesOfEvents();
        told("payments", payments.endLeases());
        told("mails", mails.end());
    }

    void endLeasesOfEvents() {
        endLeasesOfEvents(ATTEMPTS);
    }

    /** The first connection that the pool gives away may still be one to a server that ended. */
    private void endLeasesOfEvents(int attempts) {
        Future<?> ended = journal.claimAlone();
        if (attempts > 1) {
            ended.onFailure(
                    failure -> vertx.setTimer(PAUSE_MS, later -> endLeasesOfEvents(attempts - 1)));
        } else {
            told("events", ended);
        }
    }

    private static void told(String of, Future<?> ended) {
        ended.onFailure(failure ->
                LOG.warn("leases of {} run out by themselves: {}", of, failure.toString()));
    }
}
