package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestClock;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

@ExtendWith(VertxExtension.class)
class SmtpProbeTest {

    private final TestClock clock = new TestClock();
    private final AtomicInteger visits = new AtomicInteger();

    @Test
    void isWellWhenTheServerGreets(Vertx vertx) {
        SmtpProbe probe =
                probe(vertx, Await.result(serverThatSays(vertx, "220 hi").listen(0)));

        assertThat(Await.result(probe.ask()).getString("server")).startsWith("127.0.0.1:");
    }

    @Test
    void asksTheServerOnlyEverySomeSeconds(Vertx vertx) {
        SmtpProbe probe =
                probe(vertx, Await.result(serverThatSays(vertx, "220 hi").listen(0)));

        for (int i = 0; i < 10; i++) {
            Await.result(probe.ask());
        }
        assertThat(visits).hasValue(1);
        clock.advance(Duration.ofSeconds(6));
        Await.result(probe.ask());
        assertThat(visits).hasValue(2);
    }

    @Test
    void isNotWellWhenTheServerIsBusyOrGone(Vertx vertx) {
        NetServer server = Await.result(serverThatSays(vertx, "421 no").listen(0));
        SmtpProbe probe = probe(vertx, server);

        assertThat(Await.failure(probe.ask())).hasMessageContaining("isn't ready");
        Await.result(server.close());
        clock.advance(Duration.ofSeconds(6));
        assertThat(Await.failure(probe.ask())).isNotNull();
    }

    private NetServer serverThatSays(Vertx vertx, String greeting) {
        return vertx.createNetServer().connectHandler(socket -> {
            visits.incrementAndGet();
            socket.write(greeting + "\r\n").onComplete(written -> {});
        });
    }

    private SmtpProbe probe(Vertx vertx, NetServer server) {
        SmtpConfig config = SmtpConfig.from(new Settings(List.of(), Map.of()));
        return new SmtpProbe(vertx, config.at(MailCatcher.HOST, server.actualPort()), clock);
    }
}
