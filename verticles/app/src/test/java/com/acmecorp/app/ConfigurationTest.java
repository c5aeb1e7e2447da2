package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.SettingsException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ConfigurationTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void knowsEverySettingOfTheJarsOwnFile() {
        assertThat(Configuration.read(List.of(), Map.of(), Map.of()).contexts())
                .map(Context.Configured::name)
                .containsExactlyElementsOf(Contexts.names());
    }

    @Test
    void playsTheThirdPartiesWhereThatIsAskedFor() {
        Configuration simulated = Configuration.read(
                List.of(Path.of("../../conf/simulators.json")), Map.of(), Map.of());

        assertThat(simulated.contexts())
                .map(Context.Configured::name)
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of("simulators"), Contexts.names().stream())
                                .toList());
        assertThat(Configuration.read(List.of(), Map.of("contexts", "simulators"), Map.of())
                        .contexts())
                .as("alone, for they outlive a shop that crashes, and need no secret of it")
                .map(Context.Configured::name)
                .containsExactly("simulators");
    }

    @Test
    void playsEveryPartyOutsideOfLocalModeWhereTheFileForThatIsGiven() {
        AppConfig app = Configuration.read(
                        List.of(Path.of("../../conf/sandboxes.json")),
                        Map.of("http.publicHost", "0.0.0.0"),
                        Map.of())
                .app();

        assertThat(app.trust().sandboxes()).hasSize(6);
        assertThat(app.trust().testOrders()).isTrue();
    }

    @Test
    void letsTheLaterLayerWin() throws IOException {
        Path first = file(
                "first.json",
                "{\"log\": {\"level\": \"warn\"}, \"data\": {\"directory\": \"first\"}}");
        Path second = file("second.json", "{\"data.directory\": \"second\"}");
        AppConfig app = Configuration.read(
                        List.of(first, second),
                        Map.of("platform.eventLoops", "1", "platform.stopTimeoutMs", "1"),
                        Map.of("ACME_PLATFORM_STOP_TIMEOUT_MS", "2"))
                .app();
        assertThat(app.log().level()).isEqualTo("warn");
        assertThat(app.dataDirectory()).isEqualTo(Path.of("second"));
        assertThat(app.platform().eventLoops()).isEqualTo(1);
        assertThat(app.platform().stopTimeoutMs()).isEqualTo(2);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> Configuration.read(
                        List.of(), Map.of("log.format", "xml", "shop.colour", "green"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("log.format: expected one of readable, json, found xml")
                .hasMessageContaining("shop.colour: there is no such setting");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path broken = file("broken.json", "{\n  \"log\": oops\n}");
        assertThatThrownBy(() -> Configuration.read(List.of(broken), Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("broken.json: is not a JSON object, look at line 2");
        assertThatThrownBy(() ->
                        Configuration.read(List.of(folder.resolve("none")), Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("none: there is no such file");
    }

    @Test
    void refusesAFileThatNamesASettingTwice() throws IOException {
        Path twice = file("twice.json", "{\n \"log\": {},\n \"log\": {\"level\": \"warn\"}\n}");
        assertThatThrownBy(() -> Configuration.read(List.of(twice), Map.of(), Map.of()))
                .hasMessageContaining("twice.json: names a setting twice, look at line 3");
    }

    @Test
    void refusesAMisspeltVariableBesideEverythingElseThatIsWrong() {
        assertThatThrownBy(() -> Configuration.read(
                        List.of(),
                        Map.of("http.publicPort", "many", "http.pubicHost", "127.0.0.1"),
                        Map.of(
                                "ACME_ORDER_ACCEPT_TEST_ORDER",
                                "false",
                                "ACME_JAVA_OPTS",
                                "-Xmx1g")))
                .hasMessage("""
                        The configuration can't be used:
                          http.publicPort: expected a whole number from 0 to 65535, found many
                          http.pubicHost: there is no such setting; the nearest is http.publicHost
                          ACME_ORDER_ACCEPT_TEST_ORDER: there is no such setting; the nearest is ACME_ORDER_ACCEPT_TEST_ORDERS""");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
