package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.aws.testing.FakeCloud;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class AcmeTest {

    private static final int STOP_TIMEOUT_MS = 200;

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
    private final Acme acme = new Acme(config(), "sixteen letters!");

    private static AppConfig config() {
        JsonObject platform = JsonObject.of("eventLoops", 1, "stopTimeoutMs", STOP_TIMEOUT_MS);
        return AppConfig.from(
                new Settings(List.of(JsonObject.of("platform", platform)), Map.of()),
                List.of("database", "order", "web"));
    }

    @AfterEach
    void stop() {
        acme.stop();
    }

    @Test
    void startsInOrderAndStopsInReverse() {
        acme.start(List.of(context("database"), context("order"), context("web")));
        acme.stop();
        acme.stop();
        assertThat(happened)
                .containsExactly("+database", "+order", "+web", "-web", "-order", "-database");
    }

    @Test
    void stopsWhatIsUpWhenOneCannotStart() {
        assertThatThrownBy(() -> acme.start(
                        List.of(context("database"), failing(new BindException("port 80")))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("web can't start")
                .hasMessageContaining("port 80");
        assertThat(happened).containsExactly("+database", "-database");
    }

    @Test
    void tellsAForeseenFailureInItsOwnWords() {
        RuntimeException full =
                Problem.of(Kind.UNAVAILABLE, "The disk is full.").asException();
        assertThatThrownBy(() -> acme.start(List.of(failing(full))))
                .hasMessage("web can't start: The disk is full.");
    }

    @Test
    void saysWhichEventBusIsMissing() {
        try (FakeCloud cloud = FakeCloud.empty()) {
            Map<String, String> settings = new HashMap<>(cloud.settings());
            settings.put("data.directory", "target/never-made");
            Configuration lost = Configuration.read(List.of(), settings, Map.of());
            Acme shop = new Acme(lost.app(), "sixteen letters!");

            assertThatThrownBy(() -> shop.start(lost.contexts()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("database can't start: there is no event bus acme");
        }
        assertThat(Path.of("target/never-made")).as("nothing was started").doesNotExist();
    }

    @Test
    void keepsTheTraceOfABug() {
        assertThatThrownBy(() -> acme.start(List.of(failing(new ArithmeticException("oops")))))
                .hasMessage("web can't start")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void stopsTheOthersWhenOneDoesNotStop() {
        acme.start(List.of(
                context("database"), new Context.Configured("web", platform -> new Stuck())));
        acme.stop();
        assertThat(happened).containsExactly("+database", "-database");
    }

    private Context.Configured context(String name) {
        return new Context.Configured(name, platform -> new Recorded(name));
    }

    private static Context.Configured failing(Throwable failure) {
        return new Context.Configured("web", platform -> new VerticleBase() {
            @Override
            public Future<?> start() {
                return Future.failedFuture(failure);
            }
        });
    }

    private final class Recorded extends VerticleBase {

        private final String name;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public Future<?> start() {
            happened.add("+" + name);
            return Future.succeededFuture();
        }

        @Override
        public Future<?> stop() {
            happened.add("-" + name);
            return Future.succeededFuture();
        }
    }

    private static final class Stuck extends VerticleBase {

        @Override
        public Future<?> stop() {
            return Promise.promise().future();
        }
    }
}
