package com.acmecorp.email;

import com.acmecorp.platform.testing.Await;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks just enough SMTP to take mails, and keeps them byte for byte. */
final class RecordingServer {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final NetServer server;
    private final List<NetSocket> ungreeted = new ArrayList<>();
    private boolean silent;
    private boolean inMail;

    RecordingServer(Vertx vertx) {
        this(vertx, false);
    }

    private RecordingServer(Vertx vertx, boolean silent) {
        this.silent = silent;
        server = Await.result(
                vertx.createNetServer().connectHandler(this::greet).listen(0, MailCatcher.HOST));
    }

    /** One that says nothing until it is told to {@link #speak}. */
    static RecordingServer silent(Vertx vertx) {
        return new RecordingServer(vertx, true);
    }

    synchronized void speak() {
        silent = false;
        ungreeted.forEach(client -> say(client, "220 ready"));
    }

    int port() {
        return server.actualPort();
    }

    String mail() {
        return String.join("\n", lines);
    }

    private synchronized void greet(NetSocket client) {
        client.handler(RecordParser.newDelimited(
                "\r\n", line -> hear(client, line.toString("ISO-8859-1"))));
        if (silent) {
            ungreeted.add(client);
        } else {
            say(client, "220 ready");
        }
    }

    private void hear(NetSocket client, String line) {
        if (!inMail) {
            inMail = line.equals("DATA");
            say(client, inMail ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
        } else if (line.equals(".")) {
            inMail = false;
            say(client, "250 kept");
        } else {
            lines.add(line);
        }
    }

    private static void say(NetSocket client, String reply) {
        client.write(reply + "\r\n").onComplete(written -> {});
    }
}
