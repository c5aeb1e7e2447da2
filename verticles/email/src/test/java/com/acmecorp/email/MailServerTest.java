package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.testing.Await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The mail server of those who play the customers. */
@ExtendWith(VertxExtension.class)
class MailServerTest {

    private static final SmtpConfig STANDARD = SmtpConfig.from(new Settings(List.of(), Map.of()));

    private final List<MailServer.Mail> taken = new CopyOnWriteArrayList<>();

    @Test
    void goesAwayAndComesBackOnTheSamePort(Vertx vertx) {
        try (MailServer server = MailServer.open(0, taken::add)) {
            SmtpMailer mailer = new SmtpMailer(
                    vertx,
                    STANDARD.at(MailCatcher.HOST, server.port()),
                    new Mailbox("", "shop@acme.example"));
            Await.result(mailer.send(mail(1)));

            server.goAway();
            Await.failure(mailer.send(mail(2)));
            server.comeBack();
            Await.result(mailer.send(mail(3)));
        }
        assertThat(taken.stream().map(MailServer.Mail::messageId))
                .containsExactly("<1@x>", "<3@x>");
        assertThat(taken.getFirst().text().strip()).isEqualTo("Text 1");
    }

    private static OutgoingMail mail(int number) {
        return new OutgoingMail(
                "<%d@x>".formatted(number),
                new Mailbox("", "ana@example.com"),
                new RenderedMail("Subject", "Text " + number, "<p>Text</p>"));
    }
}
