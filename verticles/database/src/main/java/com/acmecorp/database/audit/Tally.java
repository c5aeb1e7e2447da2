package com.acmecorp.database.audit;

import io.vertx.sqlclient.Row;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a block that cost little, so that most blocks need no closer look. Sums stand for sets: two sets of the
 * same size and the same sum, of numbers or of their checksums, are taken for one.
 */
final class Tally {

    private long accepted;
    private long acceptedIds;
    private long mailsDue;
    private long booked;
    private long cancelled;
    private long endedIds;
    private long sold;
    private long inBooks;
    private long mailsWritten;
    private long rows;

    /** From the journal: accepted orders, the sum of their numbers, mails that its events call for. */
    void takeJournal(Row row) {
        accepted = number(row.getLong(1));
        acceptedIds = number(row.getLong(2));
        mailsDue = number(row.getLong(3));
    }

    /** From the orders: all, booked, cancelled, the sum of the numbers of these two, what all were sold for. */
    void takeRows(Row row) {
        rows = number(row.getLong(1));
        booked = number(row.getLong(2));
        cancelled = number(row.getLong(3));
        endedIds = number(row.getLong(4));
        sold = number(row.getLong(5));
    }

    void takeBooks(Row row) {
        inBooks = number(row.getLong(1));
    }

    void takeMails(Row row) {
        mailsWritten = number(row.getLong(1));
    }

    long accepted() {
        return accepted;
    }

    long booked() {
        return booked;
    }

    long cancelled() {
        return cancelled;
    }

    /** Whether all that was accepted has ended, and there is nothing else. */
    boolean hasEnded() {
        return accepted == booked + cancelled && acceptedIds == endedIds && accepted == rows;
    }

    /** Whether each event has the mail that it calls for, and each order its sale. */
    boolean hasAllEffects() {
        return mailsDue == mailsWritten && sold == inBooks;
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
