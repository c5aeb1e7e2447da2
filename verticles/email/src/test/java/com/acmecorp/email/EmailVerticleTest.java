package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestPlatform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** The context as the others see it, with its own catcher as the mail server. */
@ExtendWith(VertxExtension.class)
class EmailVerticleTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final DeliveryTime TIME = DeliveryTime.parse("1795532400000");

    private TestPlatform acme;

    @BeforeEach
    void databaseWantsMailsSent(Vertx vertx) {
        acme = TestPlatform.on(vertx);
        acme.database()
                .on("keepEmail", mail -> "TO_SEND")
                .on("markEmailSent", mail -> "SENT")
                .on("getOrder", order -> ORDER.row())
                .on("getPayment", order -> null);
    }

    @Test
    void sendsTheCustomerAMailForEachOfFourEvents(Vertx vertx) {
        acme.deploy(vertx, verticle(0));

        Await.result(acme.subscriber().deliver("email.order-received", ORDER.created()));
        Await.result(acme.subscriber().deliver("email.ready-for-delivery", ORDER.deliverable()));
        Await.result(
                acme.subscriber().deliver("email.delivery-booked", ORDER.deliveryBooked(TIME)));
        Await.result(acme.subscriber().deliver("email.order-cancelled", ORDER.cancelled()));

        List<JsonObject> mails = Await.result(acme.useCases().call("inbox", new JsonObject()))
                .getJsonArray("mails")
                .stream()
                .map(JsonObject.class::cast)
                .toList();
        assertThat(mails.stream().map(mail -> mail.getString("subject")))
                .containsExactly(
                        "Your order 86757 is cancelled",
                        "Delivery of your order 86757",
                        "Your order 86757 is ready for delivery",
                        "Thank you for your order 86757");
        assertThat(mails.getFirst().fieldNames())
                .containsExactly("id", "to", "subject", "receivedAt", "text", "html");
        assertThat(mails.getFirst().getString("to")).isEqualTo("Sam Person <sam@example.com>");
    }

    @Test
    void handsATestTheMailThatItWaitsFor(Vertx vertx) {
        acme.deploy(vertx, verticle(0));
        Future<JsonObject> mail = acme.useCases()
                .call("inbox.mail", JsonObject.of("to", "sam@example.com", "wait", "10s"));

        Await.result(acme.subscriber().deliver("email.order-received", ORDER.created()));

        assertThat(Await.result(mail).getString("subject"))
                .isEqualTo("Thank you for your order 86757");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox", "inbox.mail"})
    void hasNoInboxWhereMailsAreSent(String useCase, Vertx vertx) {
        JsonObject email = JsonObject.of("smtpHost", "mail.example.com");
        acme.deploy(vertx, verticle(email));

        assertThat(Await.failure(acme.useCases().call(useCase, new JsonObject())))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().kind()).isEqualTo(Kind.NOT_FOUND);
                    assertThat(refusal.problem().detail()).contains("email.smtpHost");
                });
    }

    @Test
    void sendsByHand(Vertx vertx) {
        acme.deploy(vertx, verticle(0));
        JsonObject request = new JsonObject()
                .put("transaction", "OrderDeliverable")
                .put("orderId", 86_757)
                .put("name", "Sam")
                .put("email", "sam@example.com");

        assertThat(Await.result(acme.useCases().call("email", request)).getString("message"))
                .contains("was sent");
    }

    @Test
    void tellsThatMailIsWell(Vertx vertx) {
        acme.deploy(vertx, verticle(0));

        assertThat(Await.result(acme.health().ask("mail")).getString("server"))
                .startsWith("127.0.0.1:");
    }

    @Test
    void freesTheCatchersPortWhenItStops(Vertx vertx) throws IOException {
        String deployment = Await.result(vertx.deployVerticle(verticle(0)));
        String server = Await.result(acme.health().ask("mail")).getString("server");
        int port = Integer.parseInt(server.substring(server.indexOf(':') + 1));

        Await.result(vertx.undeploy(deployment));

        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void saysWhichPortIsTaken(Vertx vertx) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Await.failure(vertx.deployVerticle(verticle(taken.getLocalPort()))))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("email.catcherPort");
        }
    }

    private EmailVerticle verticle(int catcherPort) {
        return verticle(JsonObject.of("catcherPort", catcherPort));
    }

    private EmailVerticle verticle(JsonObject email) {
        Settings settings = new Settings(List.of(JsonObject.of("email", email)), Map.of());
        return new EmailVerticle(EmailConfig.from(settings), acme.platform());
    }
}
