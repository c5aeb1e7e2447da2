package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class LinkSecretTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isMadeOnceAndKeptForItsOwner() throws IOException {
        Path data = folder.resolve("deep/data");
        String first = LinkSecret.keptIn(data);
        assertThat(LinkSecret.keptIn(data)).isEqualTo(first).hasSizeGreaterThan(40);
        assertThat(Files.getPosixFilePermissions(data.resolve("link-secret")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(data).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void isAnotherOneElsewhere() {
        assertThat(LinkSecret.keptIn(folder.resolve("a")))
                .isNotEqualTo(LinkSecret.keptIn(folder.resolve("b")));
    }

    @Test
    void saysWhenItCannotBeKept() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> LinkSecret.keptIn(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file + "/data can't be used");
    }
}
