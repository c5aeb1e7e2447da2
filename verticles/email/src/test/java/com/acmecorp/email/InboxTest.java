package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestClock;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Mails that a test asks for, before they come and after. */
@ExtendWith(VertxExtension.class)
class InboxTest {

    private static final String SAM = "sam@example.com";
    private static final String ANA = "ana@example.com";

    private Inbox inbox;

    @BeforeEach
    void open(Vertx vertx) {
        inbox = new Inbox(vertx, 10, new TestClock());
    }

    @Test
    void findsTheNewestMailToAnAddressAtOnce() {
        inbox.add(mail(SAM, "first"));
        inbox.add(mail(SAM, "second"));
        inbox.add(mail(ANA, "another"));

        assertThat(subject(ask("to", SAM))).isEqualTo("second");
        assertThat(subject(ask("to", "Ana@Example.com"))).isEqualTo("another");
    }

    @Test
    void waitsForTheNextMailToThatAddressAndNoOther() {
        Future<JsonObject> first = ask("to", SAM, "wait", "30s");
        Future<JsonObject> second = ask("to", SAM, "wait", "30s");
        inbox.add(mail("not-" + SAM, "of somebody else"));
        assertThat(first.isComplete()).isFalse();

        inbox.add(mail(SAM, "here"));

        assertThat(subject(first)).isEqualTo("here");
        assertThat(subject(second)).isEqualTo("here");
    }

    @Test
    void goesThroughAllMailsInTheirOrder() {
        inbox.add(mail(SAM, "first"));
        inbox.add(mail(ANA, "another"));
        inbox.add(mail(SAM, "second"));
        JsonObject first = Await.result(ask("to", SAM, "after", "0"));
        JsonObject second = Await.result(ask("to", SAM, "after", id(first)));
        Future<JsonObject> third = ask("to", SAM, "after", id(second), "wait", "30s");

        assertThat(third.isComplete()).isFalse();
        inbox.add(mail(SAM, "third"));

        assertThat(first.getString("subject")).isEqualTo("first");
        assertThat(second.getString("subject")).isEqualTo("second");
        assertThat(subject(third)).isEqualTo("third");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "0ms", "5ms"})
    void saysThatNoneCameInTime(String wait) {
        Problem problem = problem(ask("to", SAM, "wait", wait));

        assertThat(problem.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(problem.detail()).startsWith("No mail to sam@example.com has come within ");
    }

    @Test
    void doesNotWaitUnlessToldTo() {
        assertThat(ask("to", SAM).failed()).isTrue();
    }

    @Test
    void letsOnlySoManyWaitUntilOthersAreServed() {
        List<Future<JsonObject>> waiting = new ArrayList<>();
        for (int i = 0; i < Inbox.MOST_WAITING; i++) {
            waiting.add(ask("to", SAM, "wait", "30s"));
        }
        assertThat(problem(ask("to", ANA, "wait", "30s")).kind()).isEqualTo(Kind.OVERLOADED);

        inbox.add(mail(SAM, "for all of them"));

        assertThat(waiting).allMatch(Future::succeeded);
        assertThat(ask("to", ANA, "wait", "30s").isComplete()).isFalse();
    }

    @Test
    void makesRoomWhenNobodyWaitsAnyLonger() {
        List<Future<JsonObject>> waiting = new ArrayList<>();
        for (int i = 0; i < Inbox.MOST_WAITING; i++) {
            waiting.add(ask("to", SAM, "wait", "1ms"));
        }
        waiting.forEach(Await::failure);

        assertThat(problem(ask("to", SAM, "wait", "1ms")).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "to, nobody",
        "to, ''",
        "wait, 31s",
        "wait, 30001ms",
        "wait, -1s",
        "wait, soon",
        "after, first",
        "after, 99999999999999999999",
    })
    void namesWhatMakesNoSense(String parameter, String value) {
        JsonObject query = JsonObject.of("to", SAM).put(parameter, value);

        Problem problem = problem(ask(query));

        assertThat(problem.kind()).isEqualTo(Kind.INVALID);
        assertThat(problem.errors().getFirst().field()).isEqualTo(parameter);
    }

    private Future<JsonObject> ask(String... query) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < query.length; i += 2) {
            json.put(query[i], query[i + 1]);
        }
        return ask(json);
    }

    private Future<JsonObject> ask(JsonObject query) {
        return Future.succeededFuture(Request.of(query)).compose(inbox::handleWish);
    }

    private static String subject(Future<JsonObject> mail) {
        return Await.result(mail).getString("subject");
    }

    private static String id(JsonObject mail) {
        return mail.getLong("id").toString();
    }

    private static Problem problem(Future<?> refused) {
        Throwable failure = Await.failure(refused);
        assertThat(failure).isInstanceOf(ProblemException.class);
        return ((ProblemException) failure).problem();
    }

    private static MimeMessage mail(String to, String subject) {
        String mail = "To: Somebody <%s>\r\nSubject: %s\r\n\r\nHello.".formatted(to, subject);
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
