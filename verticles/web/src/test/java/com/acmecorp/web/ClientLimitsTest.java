package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.web.openapi.OpenApiFiles;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A shop that limits clients on this machine, too, and believes what a proxy here says. */
@Timeout(30)
class ClientLimitsTest {

    private static final String PROXY = "127.0.0.1,::1";
    private static final JsonObject ORDER =
            OpenApiFiles.examples("public.yaml").findFirst().orElseThrow().body();
    private static final JsonObject LINK = JsonObject.of("orderId", 1, "token", "abc");

    private TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesEachAddressItsShareOfNewOrders() {
        start(JsonObject.of("ordersPerMinute", 2, "trustedProxies", PROXY));

        assertThat(order("198.51.100.1", ORDER).statusCode()).isEqualTo(200);
        assertThat(order("198.51.100.1", ORDER).statusCode()).isEqualTo(200);
        assertProblem(order("198.51.100.1", ORDER), 429)
                .saying("from your address", "try again in")
                .withHeader("Retry-After", "30");
        assertThat(order("198.51.100.2", ORDER).statusCode()).isEqualTo(200);
        assertThat(call("/orderStatus", "198.51.100.1", LINK).statusCode())
                .as("its other calls")
                .isEqualTo(200);
        assertThat(server.useCases.asked()).hasSize(4);
    }

    @Test
    void believesNoAddressThatAClientGivesItself() {
        start(JsonObject.of("ordersPerMinute", 1));

        assertThat(order("198.51.100.1", ORDER).statusCode()).isEqualTo(200);
        assertProblem(order("198.51.100.2", ORDER), 429);
    }

    @Test
    void leavesClientsOnThisMachineAloneUnlessTold() {
        start(JsonObject.of("ordersPerMinute", 1, "callsPerOrder", 1, "loopback", false));

        for (int n = 0; n < 5; n++) {
            assertThat(order("198.51.100.1", ORDER).statusCode()).isEqualTo(200);
            assertThat(call("/orderStatus", "", LINK).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void letsNobodyAskForOneOrderWithoutAnEnd() {
        start(JsonObject.of("callsPerOrder", 2, "trustedProxies", PROXY));

        call("/orderStatus", "198.51.100.1", LINK);
        call("/bookDelivery", "198.51.100.2", LINK.copy().put("deliveryTime", "1"));

        assertProblem(call("/orderStatus", "198.51.100.3", LINK), 429).saying("for this order");
        assertThat(call("/orderStatus", "198.51.100.3", LINK.copy().put("token", "guessed"))
                        .statusCode())
                .as("a stranger takes nothing from whoever has the token")
                .isEqualTo(200);
    }

    @Test
    void sendsNoFurtherMailsToAMailboxThatHasItsShare() {
        start(JsonObject.of("ordersPerMailboxHour", 2, "trustedProxies", PROXY));

        order("198.51.100.1", ORDER.copy().put("email", "ana@example.com"));
        order("198.51.100.2", ORDER.copy().put("email", "Ana@Example.com"));

        assertProblem(order("198.51.100.3", ORDER.copy().put("email", "ana@example.com")), 429)
                .saying("for this e-mail address");
        assertThat(order(
                                "198.51.100.3",
                                ORDER.copy().put("email", "ana@example.com").put("testId", 5))
                        .statusCode())
                .as("a test order, whose mails aren't sent")
                .isEqualTo(200);
        assertThat(order("198.51.100.3", ORDER.copy().put("email", "ben@example.com"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void countsNoOrderThatWasRefused() {
        start(JsonObject.of("ordersPerMailboxHour", 1));
        server.useCases.refuse("createOrder", Kind.INVALID, "The price differs.");
        for (int n = 0; n < 3; n++) {
            assertProblem(order("", ORDER), 422);
        }

        server.useCases.reset();
        assertThat(order("", ORDER).statusCode()).isEqualTo(200);
        assertProblem(order("", ORDER), 429);
    }

    @Test
    void letsNoOrganizationOrderWithoutAnEndBeforeItPays() {
        start(JsonObject.of("ordersPerOrganizationDay", 2));
        JsonObject business = ORDER.copy().put("customerType", "B2B");

        order("", business.copy().put("orgNumber", "123456").put("email", "a@example.com"));
        order("", business.copy().put("orgNumber", "000123456").put("email", "b@example.com"));

        assertProblem(
                        order(
                                "",
                                business.copy()
                                        .put("orgNumber", 123_456)
                                        .put("email", "c@example.com")),
                        429)
                .saying("organization");
        assertThat(order("", business.copy().put("orgNumber", "654321")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void stopsWhoTriesOneCardAfterTheOther() {
        start(JsonObject.of("declinesPerHour", 3, "trustedProxies", PROXY));
        server.useCases.refuse("createOrder", Kind.PAYMENT_DECLINED, "The bank declined.");
        for (int n = 0; n < 3; n++) {
            assertProblem(order("198.51.100.1", ORDER), 402);
        }

        assertProblem(order("198.51.100.1", ORDER), 429).saying("declined");
        server.useCases.reset();
        for (int n = 0; n < 5; n++) {
            assertThat(order("198.51.100.2", ORDER).statusCode())
                    .as("somebody whose payments aren't declined")
                    .isEqualTo(200);
        }
    }

    @Test
    void leavesStreamsForOthers() throws Exception {
        start(JsonObject.of("streamsPerOrder", 2, "streamsPerAddress", 3));
        server.useCases.answer(
                "orderStatus",
                JsonObject.of("orderId", 1, "status", "PLACED", "timeline", new JsonArray()));

        assertThat(stream(1)).isEqualTo("text/event-stream");
        assertThat(stream(1)).isEqualTo("text/event-stream");
        assertThat(stream(1)).as("a third one of the order").isEqualTo("application/json");
        assertThat(stream(2)).isEqualTo("text/event-stream");
        assertThat(stream(3)).as("a fourth one to the address").isEqualTo("application/json");
    }

    private String stream(int orderId) throws Exception {
        HttpResponse<InputStream> answer = server.client()
                .send(
                        server.shop("/orderStatus")
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/event-stream")
                                .POST(BodyPublishers.ofString(
                                        LINK.copy().put("orderId", orderId).encode()))
                                .build(),
                        BodyHandlers.ofInputStream());
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }

    private void start(JsonObject limits) {
        server.close();
        server = new TestServer(
                new JsonObject(),
                JsonObject.of("limits", JsonObject.of("loopback", true).mergeIn(limits)));
    }

    private HttpResponse<String> order(String forwardedFor, JsonObject order) {
        return call("/createOrder", forwardedFor, order);
    }

    private HttpResponse<String> call(String path, String forwardedFor, JsonObject body) {
        return server.post(
                server.shop(path).header("X-Forwarded-For", forwardedFor), body.encode());
    }
}
