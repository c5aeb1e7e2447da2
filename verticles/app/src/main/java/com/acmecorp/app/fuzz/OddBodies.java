package com.acmecorp.app.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bodies that differ from a good one in what JSON, its encoding or a field of it says. */
final class OddBodies {

    private static final String PLACE = "@@ here @@";
    private static final List<String> CHARSETS =
            List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "ISO-8859-1");
    private static final List<String> BROKEN_BYTES =
            List.of("c0af", "e080af", "eda0bd", "edb8ad", "f4908080", "e2", "ff", "fe", "80", "00");

    private final RandomGenerator random;
    private final OddValues values;

    OddBodies(RandomGenerator random) {
        this.random = random;
        this.values = new OddValues(random);
    }

    /**
     * A body, and what was done to it.
     *
     * @param mutation in a few words
     */
    record OddBody(String mutation, Buffer bytes) {}

    OddBody of(JsonObject good) {
        return switch (random.nextInt(12)) {
            case 0 -> text("a field less", without(good).encode());
            case 1 -> text("a field more", with(good, values.repeated() + "x", values.any()));
            case 2 -> text("a field twice", twice(good));
            case 3 -> text("something behind it", good.encode() + values.any());
            case 4 -> text("something else in its place", values.any());
            case 5 -> text("its end cut off", cut(good.encode()));
            case 6 -> encoded(good);
            case 7 -> broken(good);
            default -> changed(good);
        };
    }

    private OddBody changed(JsonObject good) {
        String field = anyField(good);
        if (good.getValue(field) instanceof JsonObject inner
                && !inner.isEmpty()
                && random.nextInt(4) > 0) {
            OddBody odd = changed(inner);
            return text(odd.mutation(), with(good, field, odd.bytes().toString()));
        }
        return text("another " + field, with(good, field, values.any()));
    }

    private String with(JsonObject good, String field, String json) {
        return good.copy().put(field, PLACE).encode().replace("\"" + PLACE + "\"", json);
    }

    private JsonObject without(JsonObject good) {
        JsonObject less = good.copy();
        less.remove(anyField(good));
        return less;
    }

    private String twice(JsonObject good) {
        String body = good.encode();
        return "{\"%s\":%s,%s".formatted(anyField(good), values.any(), body.substring(1));
    }

    private String cut(String body) {
        return body.substring(0, random.nextInt(body.length()));
    }

    private OddBody encoded(JsonObject good) {
        String charset = values.pick(CHARSETS);
        String body = good.copy().put("name", "Zo\u00EB").encode();
        return new OddBody(
                "the encoding " + charset, Buffer.buffer(body.getBytes(Charset.forName(charset))));
    }

    private OddBody broken(JsonObject good) {
        byte[] body = good.encode().getBytes(UTF_8);
        int place = random.nextInt(body.length);
        Buffer bytes = Buffer.buffer()
                .appendBytes(body, 0, place)
                .appendBytes(HexFormat.of().parseHex(values.pick(BROKEN_BYTES)))
                .appendBytes(body, place, body.length - place);
        return new OddBody("bytes that are no text", bytes);
    }

    private String anyField(JsonObject good) {
        return values.pick(new ArrayList<>(good.fieldNames()));
    }

    private static OddBody text(String mutation, String body) {
        return new OddBody(mutation, Buffer.buffer(body));
    }
}
