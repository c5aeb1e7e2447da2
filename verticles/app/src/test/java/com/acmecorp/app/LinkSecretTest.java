package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen letters", "\u00ff", " \n "})
    void saysWhatToDoAboutASecretThatSomebodySpoilt(String secret) throws IOException {
        Path file = folder.resolve("link-secret");
        Files.writeString(file, secret, StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> LinkSecret.keptIn(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(
                        file.toAbsolutePath() + " isn't a text of at least 16 characters")
                .hasMessageContaining("put back what was there, or delete the file");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).isEqualTo(secret);
    }

    @Test
    void saysWhenItCannotBeKept() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> LinkSecret.keptIn(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file + "/data can't be used");
    }
}
