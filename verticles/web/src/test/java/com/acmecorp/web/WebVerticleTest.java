package com.acmecorp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

@Timeout(10)
class WebVerticleTest {

    /**
     * Says something about each newcomer that comes too late; held, because the JDK forgets
     * loggers.
     */
    private static final Logger NETTY = Logger.getLogger("io.netty.bootstrap.ServerBootstrap");

    @BeforeAll
    static void silenceNetty() {
        NETTY.setLevel(Level.OFF);
    }

    @Test
    void saysWhichSettingToChangeWhenAPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> new TestServer(JsonObject.of("publicPort", port)))
                    .hasMessageContaining(
                            "Port %d is in use; stop the program that uses it, or choose another with --set http.publicPort=",
                            port);
            assertThatThrownBy(() -> new TestServer(JsonObject.of("privatePort", port)))
                    .hasMessageContaining("Port %d is in use;", port)
                    .hasMessageContaining("--set http.privatePort=");
        }
    }

    @Test
    void saysWhichSettingToChangeWhenAHostIsNotOurs() {
        assertThatThrownBy(() -> new TestServer(JsonObject.of("publicHost", "192.0.2.1")))
                .hasMessageContaining(
                        "192.0.2.1 is no address of this machine; choose another with --set http.publicHost=");
    }

    @Test
    void finishesWhatIsInFlightBeforeItStops() throws Exception {
        try (TestServer server = new TestServer()) {
            CountDownLatch asked = new CountDownLatch(1);
            Promise<JsonObject> answer = Promise.promise();
            server.useCases
                    .offer("products", request -> {
                        asked.countDown();
                        return answer.future();
                    })
                    .await();
            CompletableFuture<HttpResponse<String>> shopper = server.client()
                    .sendAsync(server.shop("/products").build(), BodyHandlers.ofString());
            asked.await();

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::stop);
            refusesNewcomers(server);
            assertThat(stopping).isNotDone();
            answer.complete(JsonObject.of("products", "all"));

            assertThat(shopper.get().body()).isEqualTo("{\"products\":\"all\"}");
            stopping.get();
        }
    }

    private static void refusesNewcomers(TestServer server) throws IOException {
        boolean open = true;
        while (open) {
            try (Socket newcomer = new Socket("localhost", server.publicPort())) {
                open = newcomer.isConnected();
            } catch (SocketException e) {
                open = false;
            }
        }
    }
}
