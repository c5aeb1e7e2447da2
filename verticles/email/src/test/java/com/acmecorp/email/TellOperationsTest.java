package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

class TellOperationsTest {

    private final ScriptedMailer mailer = new ScriptedMailer();
    private final TellOperations tell = new TellOperations(mailer, "acme.example");

    @Test
    void sendsAMailThatCanBeToldFromItsRepetition() {
        assertThat(tell.handle(request("Night shift <ops@acme.example>")).succeeded())
                .isTrue();

        OutgoingMail mail = mailer.sent.getFirst();
        assertThat(mail.messageId()).isEqualTo("<alert.7.raised@acme.example>");
        assertThat(mail.to()).isEqualTo(new Mailbox("Night shift", "ops@acme.example"));
        assertThat(mail.words().subject()).isEqualTo("ALERT: dead letters");
        assertThat(mail.words().text()).isEqualTo("3 < 4");
        assertThat(mail.words().html()).contains("3 &lt; 4");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> tell.handle(request("the night shift")));
    }

    private static Request request(String to) {
        return Request.of(JsonObject.of(
                "to",
                to,
                "id",
                "alert.7.raised",
                "subject",
                "ALERT: dead letters",
                "text",
                "3 < 4"));
    }
}
