package com.acmecorp.web.site;

import com.google.re2j.Pattern;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a request for a file says about the answer that it can use. */
record RequestHead(HttpServerRequest request) {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String WEAK = "W/";
    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0*)?");

    boolean reads() {
        return READS.contains(request.method());
    }

    boolean wantsContent() {
        return !request.method().equals(HttpMethod.HEAD);
    }

    /** Whether a person is to look at the answer. */
    boolean wantsPage() {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    /** Compared weakly, as is right for reading. */
    boolean has(String etag) {
        return listed(HttpHeaders.IF_NONE_MATCH)
                .anyMatch(known ->
                        known.equals("*") || known.equals(etag) || known.equals(strong(etag)));
    }

    private static String strong(String etag) {
        return etag.startsWith(WEAK) ? etag.substring(WEAK.length()) : etag;
    }

    boolean takesGzip() {
        List<String> accepted = listed(HttpHeaders.ACCEPT_ENCODING).toList();
        return named("gzip", accepted)
                .or(() -> named("*", accepted))
                .filter(encoding -> !REFUSED.matcher(encoding).matches())
                .isPresent();
    }

    /** Said by whoever ends TLS in front of us; over plain HTTP no browser would believe it. */
    boolean cameOverTls() {
        return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    private static Optional<String> named(String name, List<String> encodings) {
        return encodings.stream()
                .filter(encoding -> encoding.split(";", 2)[0].strip().equalsIgnoreCase(name))
                .findFirst();
    }

    private Stream<String> listed(CharSequence header) {
        return request.headers().getAll(header).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip);
    }
}
