package com.acmecorp.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

import java.util.List;
import java.util.stream.Stream;

/** The published schemas, read as both of the drafts that they must be good under. */
final class Schemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    /** A draft of JSON Schema: AWS's registry takes the one, most tools the other. */
    enum Dialect {
        DRAFT_4(VersionFlag.V4, SchemaId.V4),
        DRAFT_7(VersionFlag.V7, SchemaId.V7);

        private final VersionFlag version;
        private final String id;

        Dialect(VersionFlag version, String id) {
            this.version = version;
            this.id = id;
        }

        /** What is wrong with the JSON under that schema; empty when it is valid. */
        List<String> errors(String schema, String json) {
            ObjectNode document = file(schema).deepCopy();
            return errors(factory().getSchema(document.put("$schema", id)), json);
        }

        /** What the draft itself has against the schema; empty when it is a good one. */
        List<String> errorsOf(String schema) {
            ObjectNode document = file(schema).deepCopy();
            JsonSchema draft = factory().getSchema(SchemaLocation.of(id));
            return errors(draft, document.put("$schema", id).toString());
        }

        private JsonSchemaFactory factory() {
            return JsonSchemaFactory.getInstance(version);
        }

        private static List<String> errors(JsonSchema schema, String json) {
            return schema
                    .validate(
                            json,
                            InputFormat.JSON,
                            run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        }
    }

    static Stream<String> names() {
        return Stream.concat(
                Stream.of(EventType.values()).map(EventType::wireName), Stream.of("Envelope"));
    }

    static ObjectNode file(String schema) {
        return EventJson.resource(
                "/schemas/" + schema + ".v1.schema.json", new TypeReference<ObjectNode>() {});
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
