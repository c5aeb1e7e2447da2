package com.acmecorp.email;

import com.icegreen.greenmail.util.GreenMail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Somebody else's mail server, for who plays the customers: it takes mails for everybody, and can go away for a while
 * and come back on the same port. Its methods block.
 */
public final class MailServer implements AutoCloseable {

    /** In which a mail that was taken just before is confirmed. */
    private static final long LAST_REPLIES_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long LONGEST_CUT_S = 60;

    private int port;
    private final Consumer<Mail> mailbox;
    private volatile @Nullable CountDownLatch leaving;
    private @Nullable GreenMail server;

    private MailServer(int port, Consumer<Mail> mailbox) {
        this.port = port;
        this.mailbox = mailbox;
    }

    /** A mail that was taken. */
    public record Mail(String messageId, String text) {}

    /**
     * Opens one.
     *
     * @param port on the loopback address; 0 for any that is free
     * @param mailbox gets each mail before its sender is told that it was taken; on several threads
     */
    public static MailServer open(int port, Consumer<Mail> mailbox) {
        MailServer server = new MailServer(port, mailbox);
        server.comeBack();
        return server;
    }

    public synchronized int port() {
        return port;
    }

    /**
     * Closes its port and cuts its connections. A mail that was taken has been confirmed by then, and one that comes at
     * the last moment is neither taken nor confirmed: a mail that arrives twice was sent twice.
     */
    public synchronized void goAway() {
        CountDownLatch cut = new CountDownLatch(1);
        leaving = cut;
        LockSupport.parkNanos(LAST_REPLIES_NS);
        if (server != null) {
            server.stop();
            server = null;
        }
        cut.countDown();
    }

    /** Is there again. */
    public synchronized void comeBack() {
        try {
            leaving = null;
            server = MailCatcher.started(port, this::take);
            port = server.getSmtp().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes when the server is about to go is held until its line is cut: its sender never has a reply. */
    private void take(MimeMessage message) {
        CountDownLatch cut = leaving;
        if (cut == null) {
            mailbox.accept(read(message));
        } else {
            await(cut);
        }
    }

    private static void await(CountDownLatch cut) {
        try {
            if (!cut.await(LONGEST_CUT_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server didn't go away");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    message.getMessageID(),
                    MimeReader.read(message, 0, Instant.EPOCH).text());
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail", e);
        }
    }

    /** For good. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (server != null) {
            goAway();
        }
    }
}
