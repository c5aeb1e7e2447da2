package com.acmecorp.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Connections that take what others need. */
@Timeout(30)
@SuppressWarnings("PMD.CloseResource") // all of them are closed after each test
class ConnectionsTest {

    private static final String PRODUCTS = "GET /products HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String ORDER_HEAD =
            "POST /createOrder HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n";

    private final List<Talk> talks = new ArrayList<>();
    private TestServer server = new TestServer();

    @AfterEach
    void stop() throws IOException {
        for (Talk talk : talks) {
            talk.close();
        }
        server.close();
    }

    @Test
    void keepsNoMoreConnectionsThanItMay() throws IOException {
        start(JsonObject.of("mostConnections", 3), new JsonObject());
        List<Talk> kept = List.of(connect(), connect(), connect());
        for (Talk talk : kept) {
            assertThat(answerOn(talk)).startsWith("HTTP/1.1 200");
        }

        assertThat(connect().hearAll())
                .startsWith("HTTP/1.1 503")
                .contains("Connection: close", "application/problem+json", "more connections");
        assertThat(answerOn(kept.getFirst())).as("those that are open").startsWith("HTTP/1.1 200");

        kept.getLast().close();
        assertThat(answerOnceThereIsRoom()).startsWith("HTTP/1.1 200");
    }

    @Test
    void leavesConnectionsForOtherAddresses() throws IOException {
        start(new JsonObject(), JsonObject.of("loopback", true, "connectionsPerAddress", 2));
        connect();
        connect();

        assertThat(connect().hearAll()).startsWith("HTTP/1.1 429").contains("from your address");
    }

    @Test
    void closesAConnectionThatNeverSaysAnything() throws IOException {
        start(JsonObject.of("firstRequestSeconds", 1), new JsonObject());
        List<Talk> idle = new ArrayList<>();
        for (int n = 0; n < 50; n++) {
            idle.add(connect());
        }
        Talk busy = connect();
        assertThat(answerOn(busy)).startsWith("HTTP/1.1 200");

        for (Talk talk : idle) {
            assertThat(talk.hearAll()).isEmpty();
        }
        assertThat(answerOn(busy)).as("one that has said something").startsWith("HTTP/1.1 200");
    }

    @Test
    void endsARequestThatComesTooSlowly() throws IOException {
        start(JsonObject.of("requestSeconds", 1), new JsonObject());
        Talk head = connect();
        Talk body = connect();
        Talk second = connect();
        assertThat(answerOn(second)).startsWith("HTTP/1.1 200");
        head.say("GET /products HTTP/1.1\r\nHo");
        body.say(ORDER_HEAD + "{");
        second.say(ORDER_HEAD + "{");

        assertThat(head.hearAll())
                .startsWith("HTTP/1.1 408")
                .contains("Connection: close", "application/problem+json");
        assertThat(body.hearAll())
                .startsWith("HTTP/1.1 408")
                .containsIgnoringCase("connection: close")
                .contains("application/problem+json");
        assertThat(second.hearAll()).as("a later one").startsWith("HTTP/1.1 408");
        assertThat(server.useCases.asked())
                .allSatisfy(asked -> assertThat(asked.name()).isEqualTo("products"));
    }

    @Test
    void endsARequestThatComesByteByByte() throws IOException {
        start(JsonObject.of("requestSeconds", 1), new JsonObject());
        Talk drip = connect();

        assertThat(drip.sayByteByByte("GET /products HTTP/1.1\r\nX: " + "x".repeat(4_000)))
                .startsWith("HTTP/1.1 408");
    }

    @Test
    void waitsForAnAnswerThatTakesLongerThanARequestMay() throws IOException {
        start(JsonObject.of("requestSeconds", 1, "firstRequestSeconds", 1), new JsonObject());
        Promise<JsonObject> answer = server.useCases.answerLater("products");
        server.later(2_200, () -> answer.complete(JsonObject.of("products", "all")));

        assertThat(answerOn(connect())).startsWith("HTTP/1.1 200");
    }

    private void start(JsonObject http, JsonObject limits) {
        server.close();
        server = new TestServer(http, JsonObject.of("limits", limits));
    }

    private Talk connect() throws IOException {
        Talk talk = new Talk(server.publicPort());
        talks.add(talk);
        return talk;
    }

    private static String answerOn(Talk talk) throws IOException {
        talk.say(PRODUCTS);
        return talk.hear("}");
    }

    /** A connection's end may be heard a moment after another begins. */
    private String answerOnceThereIsRoom() throws IOException {
        for (int n = 0; n < 1_000; n++) {
            try (Talk talk = new Talk(server.publicPort())) {
                talk.say(PRODUCTS);
                String answer = talk.hear("}");
                if (answer.startsWith("HTTP/1.1 200")) {
                    return answer;
                }
            } catch (IOException e) {
                Thread.onSpinWait(); // closed before it was heard
            }
        }
        return "there was never room";
    }
}
