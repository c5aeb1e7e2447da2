package com.acmecorp.app.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.buffer.Buffer;

/**
 * A request as it goes over the line, byte for byte. It is complete, or so broken that nobody need wait for more of it:
 * HTTP allows an answer to each.
 *
 * @param call what it is about, as {@code POST /createOrder}
 * @param mutation what was done to it
 * @param json its body where that is one, to learn what was ordered if it is accepted
 */
record RawRequest(String call, boolean isPublic, String mutation, Buffer bytes, Buffer json) {

    private static final int SHOWN = 160;

    /** A request that is proper HTTP, whatever its body is. */
    static RawRequest of(
            ApiCall call, String target, String headers, String mutation, Buffer body) {
        String head = "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s"
                .formatted(call.method(), target, headers);
        String length = call.bodies().isEmpty()
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
        return new RawRequest(
                call.method() + " " + call.path(),
                call.isPublic(),
                mutation,
                Buffer.buffer()
                        .appendBytes((head + length + "\r\n").getBytes(ISO_8859_1))
                        .appendBuffer(body),
                body);
    }

    /** A request that is no proper HTTP. */
    static RawRequest malformed(boolean isPublic, String mutation, String text) {
        return new RawRequest(
                "HTTP",
                isPublic,
                mutation,
                Buffer.buffer(text.getBytes(ISO_8859_1)),
                Buffer.buffer());
    }

    @Override
    public String toString() {
        String text = bytes.toString(ISO_8859_1.name()).replaceAll("[^ -~]", "·");
        return "%s with %s (%s)"
                .formatted(
                        call,
                        mutation,
                        text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }
}
