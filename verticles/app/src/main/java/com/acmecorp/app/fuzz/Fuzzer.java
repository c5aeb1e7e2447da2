package com.acmecorp.app.fuzz;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Sends a system whatever it shouldn't take, and judges its answers. What is sent depends on the seed alone.
 */
public final class Fuzzer {

    private static final int AT_ONCE = 8;
    private static final int OK = 200;
    private static final int LONGEST_QUERY = 300;
    private static final List<String> MISTAKES =
            List.of("%", "%f", "%zz", "%ff", "%c0%af", "%00", "#");

    private final int publicPort;
    private final int privatePort;
    private final Random random;
    private final List<ApiCall> calls = ApiCall.all();
    private final OddBodies bodies;
    private final OddHttp http;
    private final OddValues values;
    private final Collection<Long> ordered = new ConcurrentSkipListSet<>();

    public Fuzzer(int publicPort, int privatePort, long seed) {
        this.publicPort = publicPort;
        this.privatePort = privatePort;
        this.random = new Random(seed);
        this.bodies = new OddBodies(random);
        this.http = new OddHttp(random);
        this.values = new OddValues(random);
    }

    /**
     * What came of a run.
     *
     * @param byStatus how often each status was answered
     * @param findings each a sentence; none when the system took nothing amiss
     */
    public record Report(Map<Integer, Integer> byStatus, List<String> findings) {

        public int refused() {
            return byStatus.entrySet().stream()
                    .filter(status -> status.getKey() >= 400)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Sends so many requests, a few at a time; blocks until each has its answer. */
    public Report run(int count) {
        List<RawRequest> requests = Stream.generate(this::request).limit(count).toList();
        Map<Integer, Integer> byStatus = new LinkedHashMap<>();
        Collection<String> findings = new ConcurrentLinkedQueue<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            requests.forEach(request -> senders.execute(() -> {
                RawAnswer answer =
                        RawAnswer.to(request, request.isPublic() ? publicPort : privatePort);
                Verdict.on(request, answer).ifPresent(findings::add);
                noteOrder(request, answer);
                synchronized (byStatus) {
                    byStatus.merge(answer.status(), 1, Integer::sum);
                }
            }));
        }
        return new Report(Map.copyOf(byStatus), List.copyOf(findings));
    }

    /** How many customers' orders were accepted so far: so many may be there, and not one more. */
    public int ordered() {
        return ordered.size();
    }

    private RawRequest request() {
        return random.nextInt(4) == 0 ? http.any() : ofCall(values.pick(calls));
    }

    private RawRequest ofCall(ApiCall call) {
        String headers = call.headers().isEmpty() || random.nextInt(3) > 0
                ? ""
                : "%s: %s\r\n".formatted(values.pick(call.headers()), headerValue());
        if (call.bodies().isEmpty()) {
            String target = call.path().replaceAll("\\{\\w+}", encoded(values.repeated()));
            String query = call.parameters().isEmpty()
                    ? "?" + encoded(values.repeated())
                    : "?%s=%s"
                            .formatted(values.pick(call.parameters()), encoded(values.repeated()));
            return RawRequest.of(call, target + query, headers, "a query", Buffer.buffer());
        }
        OddBodies.OddBody body = bodies.of(values.pick(call.bodies()));
        return RawRequest.of(call, call.path(), headers, body.mutation(), body.bytes());
    }

    private String headerValue() {
        String value = values.repeated().replaceAll("[^ -~]", "?");
        return value.substring(0, Math.min(value.length(), 7_000));
    }

    /** Percent-encoded, with a mistake now and then, and not so long that nobody would look at it. */
    private String encoded(String text) {
        String target = URLEncoder.encode(
                text.substring(0, Math.min(text.length(), LONGEST_QUERY)), StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? target + values.pick(MISTAKES) : target;
    }

    /** An order of a customer: test orders are counted by their own number. */
    private void noteOrder(RawRequest request, RawAnswer answer) {
        if (answer.status() != OK
                || !List.of("POST /createOrder", "POST /placeOrder").contains(request.call())) {
            return;
        }
        JsonObject sent = json(request.json().toString());
        JsonObject order = sent.getValue("detail") instanceof JsonObject detail ? detail : sent;
        if (order.getLong("testId", 0L) == 0) {
            ordered.add(json(answer.body()).getLong("orderId"));
        }
    }

    private static JsonObject json(String text) {
        try {
            return new JsonObject(text);
        } catch (DecodeException e) {
            throw new IllegalStateException("an order was accepted that is no JSON: " + text, e);
        }
    }
}
