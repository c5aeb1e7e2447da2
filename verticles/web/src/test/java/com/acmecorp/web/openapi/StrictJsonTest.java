package com.acmecorp.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.stream.Stream;

class StrictJsonTest {

    @Test
    void readsWhatJsonCanSay() {
        JsonObject object = StrictJson.object(Buffer.buffer("""
                {"text": "Zoë 🌱 \\ud83c\\udf31", "one": 1, "long": 4294967296, "big": 18446744073709551616,
                 "half": 0.5, "yes": true, "no": false, "nothing": null, "list": [1, [2]], "object": {"a": {}}}"""));

        assertThat(object.getString("text")).isEqualTo("Zoë 🌱 🌱");
        assertThat(object.getValue("one")).isEqualTo(1);
        assertThat(object.getValue("long")).isEqualTo(4_294_967_296L);
        assertThat(object.getValue("big")).isEqualTo(BigInteger.TWO.pow(64));
        assertThat(object.getValue("half")).isEqualTo(0.5);
        assertThat(object.getBoolean("yes")).isTrue();
        assertThat(object.containsKey("nothing")).isTrue();
        assertThat(object.getJsonArray("list").encode()).isEqualTo("[1,[2]]");
        assertThat(object.getJsonObject("object").getJsonObject("a")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String body, String expectedDetail) {
        assertThat(refusal(Buffer.buffer(body)).detail()).contains(expectedDetail);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                arguments("", "The body is empty"),
                arguments("   ", "must be a JSON object"),
                arguments("[]", "must be a JSON object"),
                arguments("null", "must be a JSON object"),
                arguments("\"text\"", "must be a JSON object"),
                arguments("name=Ann&city=Oslo", "isn't valid JSON; the mistake is in line 1"),
                arguments("<xml/>", "isn't valid JSON"),
                arguments("{", "isn't valid JSON"),
                arguments("{\"a\": 1,}", "isn't valid JSON"),
                arguments("{'a': 1}", "isn't valid JSON"),
                arguments("{\"a\": NaN}", "isn't valid JSON"),
                arguments("{\"a\": 01}", "isn't valid JSON"),
                arguments("{\"a\": \"\n\"}", "isn't valid JSON"),
                arguments("{} {}", "nothing after it"),
                arguments("{\"a\": 1, \"a\": 2}", "a is given twice"),
                arguments("{\"a\": {\"b\": 1, \"b\": 1}}", "a.b is given twice"),
                arguments("{\"a\": \"x\\u0000y\"}", "a must not contain the character NUL"),
                arguments("{\"a\": \"\\ud800\"}", "a contains half of a character"),
                arguments("{\"a\": \"\\udc00\\ud800\"}", "a contains half of a character"),
                arguments("{\"a\\ud800\": 1}", "contains half of a character"),
                arguments("{\"a\": 1e400}", "a is too large a number"),
                arguments("{\"a\": [-1e400]}", "a.0 is too large a number"),
                arguments(
                        "{\"a\": " + "9".repeat(10_000) + "}",
                        "a is nested too deeply or too long"),
                arguments("{\"a\": 1" + "0".repeat(30) + "e" + "9".repeat(30) + "}", "a is "),
                arguments("{\"" + "a".repeat(10_000) + "\": 1}", "too long"),
                arguments("{\"a\":" + "[".repeat(10_000), "nested too deeply"),
                arguments("{\"a\":".repeat(10_000), "nested too deeply"));
    }

    @Test
    void refusesBytesThatAreNoText() {
        Buffer latin1 = Buffer.buffer()
                .appendString("{\"a\": \"Zo")
                .appendByte((byte) 0xeb)
                .appendString("\"}");

        assertThat(refusal(latin1).detail()).contains("isn't UTF-8");
    }

    /** Which a parser of bytes would recognise by its zeros. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void refusesOtherEncodingsOfUnicode(String charset) {
        refusal(Buffer.buffer("{\"a\": 1}".getBytes(Charset.forName(charset))));
    }

    @Test
    void looksPastTheMarkThatSomeEditorsPutInFront() {
        assertThat(StrictJson.object(Buffer.buffer("\uFEFF{\"a\": \"\u00EB\"}")).getString("a"))
                .isEqualTo("\u00EB");
    }

    private static Problem refusal(Buffer body) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> StrictJson.object(body));
        assertThat(refusal.problem().kind()).isEqualTo(Kind.MALFORMED);
        return refusal.problem();
    }
}
