package com.acmecorp.web.site;

import io.vertx.core.buffer.Buffer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the site, ready to be sent.
 *
 * @param path from the site's root
 * @param etag changes with the content; weak, because plain and compressed content share it
 * @param gzipped where that is smaller
 */
record SiteFile(
        String path, String contentType, String etag, Buffer content, Optional<Buffer> gzipped) {

    /** What a browser shows by itself, and might run scripts of. */
    private static final Set<String> DOCUMENTS = Set.of("html", "svg");

    private static final Map<String, String> CONTENT_TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    static SiteFile of(String path, byte[] content) {
        return new SiteFile(
                path,
                CONTENT_TYPES.getOrDefault(extension(path), "application/octet-stream"),
                "W/\"" + HexFormat.of().formatHex(sha256(content), 0, 12) + "\"",
                Buffer.buffer(content),
                Optional.of(gzip(content))
                        .filter(smaller -> smaller.length < content.length)
                        .map(Buffer::buffer));
    }

    boolean isDocument() {
        return DOCUMENTS.contains(extension(path));
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length);
        try (GZIPOutputStream gzip = new SmallestGzip(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    /** Each file is compressed once and sent often. */
    private static final class SmallestGzip extends GZIPOutputStream {

        SmallestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
