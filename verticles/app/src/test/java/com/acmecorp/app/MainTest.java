package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class MainTest {

    @Test
    void explainsItsCommands() {
        assertThat(Main.execute("--help")).isZero();
        assertThat(Main.execute("run", "--help")).isZero();
        assertThat(Main.execute("--version")).isZero();
        assertThat(Main.execute("run", "--help-settings")).isZero();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(Main.execute("fly")).isEqualTo(2);
        assertThat(Main.execute("--fly")).isEqualTo(2);
        assertThat(Main.execute("system-test", "--orders", "many")).isEqualTo(2);
    }

    @Test
    void refusesAWrongSettingBeforeAnythingStarts(@TempDir Path folder) {
        Path data = folder.resolve("data");
        assertThat(Main.execute("--set", "data.directory=" + data, "--set", "log.format=xml"))
                .isEqualTo(2);
        assertThat(Files.exists(data)).isFalse();
    }

    @Test
    void failsWhenTheDataDirectoryCannotBeWritten(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(Main.execute("run", "--set", "data.directory=" + file)).isOne();
    }
}
