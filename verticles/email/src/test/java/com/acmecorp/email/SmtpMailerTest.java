package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestClock;
import com.acmecorp.platform.text.TextForm;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The SMTP adapter against a real server: the catcher. */
@ExtendWith(VertxExtension.class)
class SmtpMailerTest {

    private static final long SEED = Long.getLong("acme.seed", 20_261_130);
    private static final Mailbox SHOP = new Mailbox("ACME Potted Plants", "shop@acme.example");
    private static final SmtpConfig STANDARD = SmtpConfig.from(new Settings(List.of(), Map.of()));
    private static final OutgoingMail MAIL = new OutgoingMail(
            "<7.order-received@acme.example>",
            new Mailbox("Ana \"Nina\" Núñez, hija\r\nBcc: x@example.com", "ana@example.com"),
            new RenderedMail(
                    "Está listo", "Hola.\n.\nlínea\n" + "x".repeat(2_000), "<p>á &amp; b</p>"));

    @Test
    void deliversBothVersionsOfAMailWordForWord(Vertx vertx) {
        Inbox inbox = new Inbox(vertx, 10, new TestClock());
        MailCatcher catcher = Await.result(MailCatcher.start(vertx, 0, inbox));

        Await.result(mailerTo(vertx, catcher.port()).send(MAIL));

        assertThat(inbox.newestFirst()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).contains("Núñez, hija", "Nina", "<ana@example.com>");
            assertThat(mail.subject()).isEqualTo("Está listo");
            assertThat(mail.text().replace("\r\n", "\n").stripTrailing())
                    .isEqualTo(MAIL.words().text());
            assertThat(String.valueOf(mail.html()).strip())
                    .isEqualTo(MAIL.words().html());
            assertThat(mail.id()).isEqualTo(1);
            assertThat(mail.receivedAt()).isEqualTo(TestClock.START);
        });
        Await.result(catcher.stop());
    }

    /** Of any address that a door takes: the mailer and the server do. */
    @Test
    void sendsToWhateverAddressADoorTakes(Vertx vertx) {
        Inbox inbox = new Inbox(vertx, 300, new TestClock());
        MailCatcher catcher = Await.result(MailCatcher.start(vertx, 0, inbox));
        SmtpMailer mailer = mailerTo(vertx, catcher.port());
        List<String> accepted = Addresses.typed(SEED)
                .filter(typed -> TextForm.EMAIL.fault(typed, 254).isEmpty())
                .limit(100)
                .toList();

        for (String typed : accepted) {
            Mailbox to = new Mailbox("", TextForm.EMAIL.normalise(typed));
            Await.result(mailer.send(new OutgoingMail("<x@x>", to, MAIL.words())));
            assertThat(inbox.newestFirst().getFirst().to())
                    .as("%s, seed %d", typed, SEED)
                    .isEqualTo(to.address());
        }

        assertThat(accepted).hasSize(100);
        Await.result(catcher.stop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83C\uDF35", "x", "\u00F1 ", "\"", "\u0646"})
    void foldsTheLinesOfAHeader(String part, Vertx vertx) {
        RecordingServer server = new RecordingServer(vertx);
        Mailbox to = new Mailbox(part.repeat(200 / part.length()), "a".repeat(64) + "@example.com");
        RenderedMail words = new RenderedMail(part.repeat(300), "Hello", "<p>Hello</p>");

        Await.result(mailerTo(vertx, server.port()).send(new OutgoingMail("<x@x>", to, words)));

        assertThat(server.mail().lines())
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(998));
        assertThat(server.mail().lines().takeWhile(line -> !line.isEmpty()))
                .allSatisfy(line -> assertThat(line).matches("[ -~\t]+"));
    }

    @Test
    void takesMailsForAnybodyAndKeepsTheNewest(Vertx vertx) {
        Inbox inbox = new Inbox(vertx, 3, new TestClock());
        MailCatcher catcher = Await.result(MailCatcher.start(vertx, 0, inbox));
        SmtpMailer mailer = mailerTo(vertx, catcher.port());

        for (int i = 0; i < 5; i++) {
            Mailbox somebody = new Mailbox("", "somebody" + i + "@example.com");
            Await.result(mailer.send(new OutgoingMail("<x@x>", somebody, MAIL.words())));
        }

        assertThat(inbox.newestFirst().stream().map(CaughtMail::id)).containsExactly(5L, 4L, 3L);
        assertThat(inbox.newestFirst().getFirst().to()).isEqualTo("somebody4@example.com");
        Await.result(catcher.stop());
    }

    @ParameterizedTest
    @CsvSource({
        "550, INVALID",
        "553, INVALID",
        "450, UNAVAILABLE",
        "554, UNAVAILABLE",
        "421, PARTY_AWAY"
    })
    void tellsAMissingMailboxFromABusyServer(int code, Kind kind, Vertx vertx) {
        int port = Await.result(serverThatRefuses(vertx, code).listen(0)).actualPort();

        assertThat(problem(Await.failure(mailerTo(vertx, port).send(MAIL))).kind())
                .isEqualTo(kind);
    }

    @Test
    void triesAgainLaterWhenNobodyAnswers(Vertx vertx) {
        int silent = Await.result(
                        vertx.createNetServer().connectHandler(s -> {}).listen(0))
                .actualPort();
        SmtpMailer hasty = new SmtpMailer(
                vertx,
                new SmtpConfig(MailCatcher.HOST, silent, "off", "", "", 1, 1_000, 50, 1),
                SHOP);

        assertThat(problem(Await.failure(hasty.send(MAIL))).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    /** The first is given up and sent all the same, because it had begun. A client that had the second would send it next. */
    @Test
    void neverBeginsAMailThatWaitedInVainForAConnection(Vertx vertx) {
        RecordingServer server = RecordingServer.silent(vertx);
        SmtpMailer narrow = new SmtpMailer(
                vertx,
                new SmtpConfig(MailCatcher.HOST, server.port(), "off", "", "", 1, 1_000, 200, 60),
                SHOP);
        Future<Void> first = narrow.send(mail("first"));
        Future<Void> second = narrow.send(mail("second"));
        assertThat(problem(Await.failure(second)).kind()).isEqualTo(Kind.PARTY_AWAY);
        assertThat(problem(Await.failure(first)).kind()).isEqualTo(Kind.UNAVAILABLE);

        server.speak();
        Await.result(untilSent(narrow, mail("third")));

        assertThat(server.mail()).contains("first", "third").doesNotContain("second");
    }

    private static OutgoingMail mail(String subject) {
        return new OutgoingMail("<x@x>", MAIL.to(), new RenderedMail(subject, "Hello", "<p>"));
    }

    private static Future<Void> untilSent(SmtpMailer mailer, OutgoingMail mail) {
        return mailer.send(mail).recover(later -> untilSent(mailer, mail));
    }

    @Test
    void countsNoAttemptAtAMailWhenTheServerBreaksOff(Vertx vertx) {
        NetServer server =
                vertx.createNetServer().connectHandler(line -> line.close().onComplete(cut -> {}));
        int port = Await.result(server.listen(0)).actualPort();

        assertThat(problem(Await.failure(mailerTo(vertx, port).send(MAIL))).kind())
                .isEqualTo(Kind.PARTY_AWAY);
    }

    @Test
    void countsNoAttemptAtAMailWhileTheServerIsAway(Vertx vertx) throws IOException {
        int port = portOfNobody();

        assertThat(problem(Await.failure(mailerTo(vertx, port).send(MAIL))).kind())
                .isEqualTo(Kind.PARTY_AWAY);
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket soonClosed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return soonClosed.getLocalPort();
        }
    }

    private static SmtpMailer mailerTo(Vertx vertx, int port) {
        return new SmtpMailer(vertx, STANDARD.at(MailCatcher.HOST, port), SHOP);
    }

    /** Speaks just enough SMTP to refuse every recipient. */
    private static NetServer serverThatRefuses(Vertx vertx, int code) {
        return vertx.createNetServer().connectHandler(socket -> {
            socket.handler(line -> reply(socket, line, code));
            socket.write("220 ready\r\n").onComplete(written -> {});
        });
    }

    private static void reply(NetSocket socket, Buffer line, int code) {
        String reply = line.toString().startsWith("RCPT") ? code + " no" : "250 ok";
        socket.write(reply + "\r\n").onComplete(written -> {});
    }

    private static Problem problem(Throwable failure) {
        assertThat(failure).isInstanceOf(ProblemException.class);
        return ((ProblemException) failure).problem();
    }
}
