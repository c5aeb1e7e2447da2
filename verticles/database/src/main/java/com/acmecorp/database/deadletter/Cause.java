package com.acmecorp.database.deadletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Why letters died: one target, one type of event, and what their errors have in common. Letters of one cause are
 * mended together, and so they are shown and replayed together.
 *
 * @param event the event type's name on the wire
 * @param error in {@link #inGeneral its general form}
 */
public record Cause(String target, String event, String error) {

    private static final int ID_LENGTH = 16;
    private static final int ERROR_LENGTH = 200;

    /** As long as errors are kept; what the patterns do with a longer text isn't bounded. */
    private static final int LONGEST = 500;

    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"]*\"|`[^`]*`|“[^”]*”|‘[^’]*’|(?<![\\p{L}\\p{N}])'[^']*'(?![\\p{L}\\p{N}])");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;:()]+@[^\\s<>@,;:()]+");
    private static final Pattern TOKEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}_-]*\\p{N})[\\p{L}\\p{N}_-]{8,}(?![\\p{L}\\p{N}])");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\p{N}+([.,:]\\p{N}+)*+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The cause of one letter's death. */
    public static Cause of(String target, String event, String error) {
        return new Cause(target, event, inGeneral(error));
    }

    /** Short and stable: the same cause has the same id in every process and after every start. */
    public String id() {
        byte[] words = String.join("\n", target, event, error).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256(words)).substring(0, ID_LENGTH);
    }

    /**
     * An error without what differs from letter to letter: values in quotes, addresses, ids and numbers. Names of
     * classes and machines stay, because they tell causes apart.
     */
    static String inGeneral(String error) {
        String general = error.substring(0, Math.min(LONGEST, error.length()));
        general = QUOTED.matcher(general).replaceAll("'…'");
        general = ADDRESS.matcher(general).replaceAll("…");
        general = TOKEN.matcher(general).replaceAll("#");
        general = NUMBER.matcher(general).replaceAll("#");
        general = SPACE.matcher(general).replaceAll(" ").strip();
        return general.substring(0, Math.min(ERROR_LENGTH, general.length()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
