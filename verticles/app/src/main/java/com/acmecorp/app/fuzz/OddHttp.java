package com.acmecorp.app.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Messages that differ from HTTP in their first line, a header or a chunk. */
final class OddHttp {

    private static final List<String> LINES = List.of(
            "nonsense",
            "GET",
            "GET /",
            "GET  HTTP/1.1",
            "GET /a b HTTP/1.1",
            "G@T / HTTP/1.1",
            "get / HTTP/1.1",
            "BREW / HTTP/1.1",
            "TRACE / HTTP/1.1",
            "CONNECT localhost:1 HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "GET * HTTP/1.1",
            "GET ? HTTP/1.1",
            "GET nowhere HTTP/1.1",
            "GET ftp://localhost/ HTTP/1.1",
            "GET http://localhost/ HTTP/1.1",
            "GET http:// HTTP/1.1",
            "PRI * HTTP/2.0",
            "GET / HTTP/0.9",
            "GET / HTTP/1.2",
            "GET / HTTP/9.9",
            "GET / HTTP/11",
            "GET / FTP/1.1",
            "HEAD / HTTP/3.0",
            "GET /%ff HTTP/1.1",
            "GET /%zz HTTP/1.1",
            "GET /%c0%af HTTP/1.1",
            "GET /%00 HTTP/1.1",
            "GET /\u0000 HTTP/1.1",
            "GET /\u00E4 HTTP/1.1",
            "GET /products?a=%f HTTP/1.1",
            "GET /../.. HTTP/1.1",
            "GET //x HTTP/1.1",
            "GET /#a HTTP/1.1",
            "HEAD /products HTTP/1.1",
            "HEAD /%ff HTTP/1.1",
            "DELETE /createOrder HTTP/1.1",
            "\u0016\u0003\u0001\u0002",
            " GET / HTTP/1.1");

    private static final List<String> HEADERS = List.of(
            "X: y",
            "Host:",
            "Host: a b",
            "Host: localhost\r\nHost: other",
            "Host: localhost:99999",
            "Host: a@b",
            "no colon",
            "X : y",
            ": y",
            "X: a\u0000b",
            "X: a\rb",
            "X: a\u0001b",
            " X: y",
            "X\u00E4: y",
            "Content-Length: -1",
            "Content-Length: x",
            "Content-Length: 1, 2",
            "Content-Length: 99999999999999999999",
            "Content-Length: +2",
            "Expect: magic",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 3",
            "Accept: ;;;,,q=",
            "Accept: text/csv",
            "Content-Type: ;",
            "Content-Encoding: gzip",
            "Origin: \u00E4",
            "traceparent: x",
            "Range: bytes=-1",
            "If-None-Match: \"",
            "Accept-Encoding: ;;q=0",
            "Cookie: =;=",
            "Authorization: Bearer ",
            "Upgrade: h2c",
            "Idempotency-Key: \u00E4",
            "Last-Event-ID: 99999999999999999999");

    private static final List<String> CHUNKS = List.of(
            "zz\r\nabc\r\n0\r\n\r\n",
            "-5\r\nabc\r\n0\r\n\r\n",
            "fffffffffffffffff\r\nabc\r\n",
            "\r\nabc\r\n0\r\n\r\n",
            "3\r\nabcXX0\r\n\r\n",
            "2\r\n{}\r\n0\r\n\r\n",
            "0\r\n\r\n",
            "0\r\nX\r\n\r\n",
            "2;a=b\r\n{}\r\n0\r\n\r\n",
            "2 \r\n{}\r\n0\r\n\r\n");

    private final RandomGenerator random;
    private final OddValues values;

    OddHttp(RandomGenerator random) {
        this.random = random;
        this.values = new OddValues(random);
    }

    RawRequest any() {
        boolean isPublic = random.nextBoolean();
        return switch (random.nextInt(5)) {
            case 0 -> line(isPublic);
            case 1, 2 -> header(isPublic);
            case 3 -> chunks(isPublic);
            default -> tooLong(isPublic);
        };
    }

    private RawRequest line(boolean isPublic) {
        String line = values.pick(LINES);
        return RawRequest.malformed(
                isPublic,
                "a first line",
                line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** With a host in front of it half of the time, so that it is the only thing that is wrong. */
    private RawRequest header(boolean isPublic) {
        String host = random.nextBoolean() ? "Host: localhost\r\n" : "";
        String call = random.nextBoolean() ? "GET /products" : "GET /";
        return RawRequest.malformed(
                isPublic,
                "a header",
                "%s HTTP/1.1\r\n%sConnection: close\r\n%s\r\n\r\n0\r\n\r\n"
                        .formatted(call, host, values.pick(HEADERS)));
    }

    private RawRequest chunks(boolean isPublic) {
        String call = isPublic ? "/createOrder" : "/database";
        return RawRequest.malformed(
                isPublic,
                "a chunk",
                "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                .formatted(call)
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + values.pick(CHUNKS));
    }

    private RawRequest tooLong(boolean isPublic) {
        int length = random.nextInt(9_000, 40_000);
        String head = random.nextBoolean()
                ? "GET /" + "x".repeat(length) + " HTTP/1.1\r\nHost: localhost"
                : "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: " + "y".repeat(length);
        return RawRequest.malformed(
                isPublic, "a long head", head + "\r\nConnection: close\r\n\r\n");
    }
}
