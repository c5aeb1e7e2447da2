package com.acmecorp.email;

import com.acmecorp.platform.testing.Await;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks just enough SMTP to take mails, and keeps them byte for byte. */
final class RecordingServer {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final NetServer server;
    private boolean inMail;

    RecordingServer(Vertx vertx) {
        server = Await.result(
                vertx.createNetServer().connectHandler(this::greet).listen(0, MailCatcher.HOST));
    }

    int port() {
        return server.actualPort();
    }

    String mail() {
        return String.join("\n", lines);
    }

    private void greet(NetSocket client) {
        client.handler(RecordParser.newDelimited(
                "\r\n", line -> hear(client, line.toString("ISO-8859-1"))));
        say(client, "220 ready");
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
