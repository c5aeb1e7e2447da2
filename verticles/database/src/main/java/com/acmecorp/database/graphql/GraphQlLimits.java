package com.acmecorp.database.graphql;

import com.acmecorp.platform.config.Settings;

/**
 * Limits on a GraphQL request whose document a client wrote.
 *
 * @param maxCharacters of its document
 * @param maxFields in its document, and in what its fragments expand to
 * @param maxDepth of nested fields
 * @param maxAliases in its document
 * @param maxValues that its answer may have, with every list as long as it may be
 * @param maxReads rows that the database may read for it, by the schema's reckoning
 * @param timeoutMs after which its client is told that it takes too long
 * @param threads that parse, validate and carry out such requests
 * @param maxInFlight requests that are carried out or wait; further ones are refused
 */
public record GraphQlLimits(
        int maxCharacters,
        int maxFields,
        int maxDepth,
        int maxAliases,
        int maxValues,
        int maxReads,
        int timeoutMs,
        int threads,
        int maxInFlight) {

    public static GraphQlLimits from(Settings settings) {
        return new GraphQlLimits(
                settings.number(
                        "graphql.maxCharacters",
                        "characters of its document",
                        20_000,
                        1_000,
                        1_000_000),
                settings.number(
                        "graphql.maxFields",
                        "fields of its document, with all fragments in place",
                        1_000,
                        10,
                        100_000),
                settings.number("graphql.maxDepth", "levels of nested fields", 20, 15, 100),
                settings.number("graphql.maxAliases", "aliases in its document", 200, 0, 10_000),
                settings.number(
                        "graphql.maxValues",
                        "values of its answer, with every list as long as it may be",
                        250_000,
                        1_000,
                        100_000_000),
                settings.number(
                        "graphql.maxReads",
                        "rows that the database reads for it, by the reckoning of the schema's `@rows` and `@reads`",
                        1_000_000,
                        1_000,
                        1_000_000_000),
                settings.number(
                        "graphql.timeoutMs", "after which it gets 503", 5_000, 100, 600_000),
                settings.number(
                        "graphql.threads",
                        "threads beside the event loops that carry such requests out",
                        2,
                        1,
                        64),
                settings.number(
                        "graphql.maxInFlight",
                        "requests under way; further ones get 503",
                        200,
                        1,
                        100_000));
    }
}
