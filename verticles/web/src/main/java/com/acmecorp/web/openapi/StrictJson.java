package com.acmecorp.web.openapi;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a request's body and is stricter than JSON where JSON leaves a choice that could be used
 * against us: bytes that aren't UTF-8, a field given twice, NUL and halves of characters in texts, numbers that overflow,
 * depth and length without end.
 */
public final class StrictJson {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_LEVELS = 30;
    private static final int MOST_DIGITS = 40;
    private static final int LONGEST_NAME = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .maxNumberLength(MOST_DIGITS)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The object that the body is.
     *
     * @throws ProblemException when it is anything else
     */
    public static JsonObject object(Buffer body) {
        if (body.length() == 0) {
            throw refusal("The body is empty; send a JSON object.");
        }
        try (JsonParser parser = FACTORY.createParser(text(body))) {
            return new StrictJson(parser).object();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    /** Decoded before it is parsed: a parser of bytes guesses encodings and takes overlong ones. */
    private static String text(Buffer body) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body.getBytes()));
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return text.subSequence(marked ? 1 : 0, text.length()).toString();
        } catch (CharacterCodingException e) {
            throw refusal("The body isn't UTF-8.");
        }
    }

    private JsonObject object() throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refusal("The body must be a JSON object.");
            }
            JsonObject object = new JsonObject(fields());
            if (parser.nextToken() != null) {
                throw refusal("The body must be one JSON object with nothing after it.");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw wrong("is nested too deeply or too long");
        } catch (JacksonException e) {
            throw refusal("The body isn't valid JSON; the mistake is in line %d near column %d."
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
    }

    private Map<String, @Nullable Object> fields() throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (fields.containsKey(whole(name))) {
                throw wrong("is given twice");
            }
            fields.put(name, value(parser.nextToken()));
        }
        return fields;
    }

    private List<@Nullable Object> items() throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(value(token));
        }
        return items;
    }

    private @Nullable Object value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> fields();
            case START_ARRAY -> items();
            case VALUE_STRING -> whole(parser.getText());
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private double finite(double number) {
        if (Double.isInfinite(number)) {
            throw wrong("is too large a number");
        }
        return number;
    }

    private String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                throw wrong("must not contain the character NUL");
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isSurrogatePair(
                        unit, i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    throw wrong("contains half of a character");
                }
                i++;
            }
        }
        return text;
    }

    private ProblemException wrong(String what) {
        String path = parser.getParsingContext().pathAsPointer().toString();
        String name = path.isEmpty() ? "body" : Excerpt.of(path.substring(1).replace('/', '.'));
        return Problem.ofField(Kind.MALFORMED, name, name + " " + what + ".").asException();
    }

    private static ProblemException refusal(String detail) {
        return Problem.of(Kind.MALFORMED, detail).asException();
    }
}
