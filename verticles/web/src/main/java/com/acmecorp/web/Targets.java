package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The first look at a request: whether its target is one, in percent-encoded UTF-8, and whether it says once which host
 * it is for. Servers that differ in how they read such a thing can be played off against each other.
 */
final class Targets implements Handler<HttpServerRequest> {

    private static final int HEX = 16;

    private final Handler<HttpServerRequest> next;

    Targets(Handler<HttpServerRequest> next) {
        this.next = next;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Optional<Problem> mistake = mistake(request);
        if (mistake.isPresent()) {
            Answers.refuse(request, mistake.get());
        } else if (request.method().equals(HttpMethod.OPTIONS) && request.uri().equals("*")) {
            Answers.tellMethods(request);
        } else {
            next.handle(request);
        }
    }

    private static Optional<Problem> mistake(HttpServerRequest request) {
        return hostMistake(request)
                .or(() -> codingMistake(request))
                .or(() -> targetMistake(request));
    }

    private static Optional<Problem> hostMistake(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        boolean needed = request.version() == HttpVersion.HTTP_1_1;
        if (hosts.size() > 1 || (needed && (hosts.isEmpty() || hosts.getFirst().isBlank()))) {
            return Optional.of(Problem.ofField(
                    Kind.MALFORMED, "Host", "A request needs one Host header with a name in it."));
        }
        return request.headers().contains("")
                ? malformed("A header needs a name.")
                : Optional.empty();
    }

    /** Chunks are no coding of the content; whatever else is named here isn't undone. */
    private static Optional<Problem> codingMistake(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        return coding == null || coding.strip().equalsIgnoreCase("chunked")
                ? Optional.empty()
                : malformed("The only Transfer-Encoding that can be read is chunked.");
    }

    private static Optional<Problem> targetMistake(HttpServerRequest request) {
        String target = request.uri();
        if (request.method().equals(HttpMethod.CONNECT)) {
            return Optional.of(Problem.of(
                    Kind.METHOD_NOT_ALLOWED, "This is no proxy: CONNECT isn't understood."));
        }
        boolean known = target.startsWith("/")
                || target.regionMatches(true, 0, "http://", 0, 7)
                || target.regionMatches(true, 0, "https://", 0, 8)
                || (target.equals("*") && request.method().equals(HttpMethod.OPTIONS));
        return known && (isPlain(target) || isEncodedUtf8(target))
                ? Optional.empty()
                : malformed("The request's target must be a path in percent-encoded UTF-8.");
    }

    /** As nearly all are: without anything that is encoded. */
    private static boolean isPlain(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c > '~' || c == '%' || c == '#') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncodedUtf8(String target) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c != '%') {
                bytes.write(c > ' ' && c <= '~' && c != '#' ? c : 0);
                continue;
            }
            bytes.write(
                    i + 2 < target.length()
                            ? decoded(target.charAt(i + 1), target.charAt(i + 2))
                            : 0);
            i += 2;
        }
        return isText(bytes.toByteArray());
    }

    /** 0 where it isn't hexadecimal, which no text has in it. */
    private static int decoded(char high, char low) {
        int upper = Character.digit(high, HEX);
        int lower = Character.digit(low, HEX);
        return upper < 0 || lower < 0 ? 0 : upper * HEX + lower;
    }

    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static Optional<Problem> malformed(String detail) {
        return Optional.of(Problem.of(Kind.MALFORMED, detail));
    }
}
