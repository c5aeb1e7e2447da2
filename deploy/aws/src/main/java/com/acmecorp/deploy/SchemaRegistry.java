package com.acmecorp.deploy;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventType;

import software.amazon.awscdk.services.eventschemas.CfnRegistry;
import software.amazon.awscdk.services.eventschemas.CfnSchema;
import software.constructs.Construct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schemas of event-schemas, where the tools of AWS look for them. Named as EventBridge does. */
final class SchemaRegistry extends Construct {

    static final String NAME = "acme";
    private static final String ENVELOPE = "Envelope";

    private final CfnRegistry registry;

    SchemaRegistry(Construct scope) {
        super(scope, "SchemaRegistry");
        registry = CfnRegistry.Builder.create(this, "Registry")
                .registryName(NAME)
                .description("the events of ACME Potted Plants")
                .build();
        for (EventType type : EventType.values()) {
            publish(type.source() + "@" + type.wireName(), type.wireName());
        }
        publish(NAME + "@" + ENVELOPE, ENVELOPE);
    }

    private void publish(String name, String schema) {
        CfnSchema.Builder.create(this, schema)
                .registryName(registry.getAttrRegistryName())
                .schemaName(name)
                .type("JSONSchemaDraft4")
                .content(file(schema))
                .build();
    }

    private static String file(String schema) {
        String path = "/schemas/" + schema + ".v1.schema.json";
        try (InputStream file = EventJson.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("missing in event-schemas: " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + path, e);
        }
    }
}
