package com.acmecorp.app;

import com.acmecorp.platform.links.LinkTokens;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that customers' links are signed with, where the settings give none: made once, the same ever after. */
final class LinkSecret {

    private static final int BYTES = 32;

    private LinkSecret() {}

    /**
     * Reads the secret, or makes it on the first start.
     *
     * @throws StartFailure when the directory can't be written, or the file was changed
     */
    static String keptIn(Path dataDirectory) {
        Path file = dataDirectory.resolve("link-secret");
        try {
            if (Files.notExists(file)) {
                create(Files.createDirectories(dataDirectory), file);
            }
            return checked(file, Files.readString(file).strip());
        } catch (MalformedInputException e) {
            throw spoilt(file);
        } catch (IOException e) {
            throw new StartFailure(("The data directory %s can't be used;"
                            + " choose one that can be written with --set data.directory=DIR.")
                    .formatted(dataDirectory.toAbsolutePath()));
        }
    }

    private static String checked(Path file, String secret) {
        if (secret.length() < LinkTokens.SHORTEST_SECRET) {
            throw spoilt(file);
        }
        return secret;
    }

    /** Another secret isn't made by itself, because it would end the links that customers have. */
    private static StartFailure spoilt(Path file) {
        return new StartFailure(
                ("The secret for customers' links in %s isn't a text of at least %d characters;"
                                + " put back what was there, or delete the file: a new one is made, and links sent so far end.")
                        .formatted(file.toAbsolutePath(), LinkTokens.SHORTEST_SECRET));
    }

    /** Complete or not there at all, and only its owner's: temporary files are, on systems that know owners. */
    private static void create(Path directory, Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft = Files.createTempFile(directory, "link-secret", ".new");
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        Files.move(draft, file);
    }
}
