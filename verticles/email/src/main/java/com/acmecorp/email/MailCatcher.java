package com.acmecorp.email;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A real SMTP server in this process that takes mails for everybody and passes them on to nobody.
 * They go into the {@link Inbox}, not into GreenMail's own mailboxes, which only grow.
 */
final class MailCatcher {

    static final String HOST = "127.0.0.1";

    private static final long START_TIMEOUT_MS = 20_000;

    private final Vertx vertx;
    private final GreenMail server;

    private MailCatcher(Vertx vertx, GreenMail server) {
        this.vertx = vertx;
        this.server = server;
    }

    /** Starts a catcher; ends when it takes mails. */
    static Future<MailCatcher> start(Vertx vertx, int port, Inbox inbox) {
        return vertx.executeBlocking(() -> started(port, inbox::add), false)
                .map(server -> new MailCatcher(vertx, Objects.requireNonNull(server)));
    }

    /** Starts a server that hands each mail to that taker, on threads of its own; blocks. */
    static GreenMail started(int port, Consumer<MimeMessage> taker) throws IOException {
        requireFree(port);
        ServerSetup setup = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_TIMEOUT_MS);
        GreenMail server = new GreenMail(setup);
        UserManager users = server.getUserManager();
        CatchAll everybody = new CatchAll(users.getImapHostManager(), taker);
        users.setMessageDeliveryHandler((mail, to) -> everybody);
        server.start();
        return server;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    Future<Void> stop() {
        return vertx.executeBlocking(() -> {
                    server.stop();
                    return null;
                })
                .mapEmpty();
    }

    /** GreenMail would only log it. */
    private static void requireFree(int port) throws IOException {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (BindException e) {
            throw bindException(port, e);
        }
    }

    private static BindException bindException(int port, BindException cause) {
        BindException taken = new BindException(HOST + ":" + port + ", setting email.catcherPort");
        taken.initCause(cause);
        return taken;
    }

    /** The one user whose mailbox every address leads to. */
    private static final class CatchAll extends UserImpl {

        private final Consumer<MimeMessage> taker;

        CatchAll(ImapHostManager mailboxes, Consumer<MimeMessage> taker) {
            super("everybody@localhost", "everybody", "", mailboxes);
            this.taker = taker;
        }

        @Override
        public void deliver(MovingMessage mail) {
            taker.accept(mail.getMessage());
        }
    }
}
