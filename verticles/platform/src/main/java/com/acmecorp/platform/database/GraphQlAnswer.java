package com.acmecorp.platform.database;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** A GraphQL response as it travels, in the names of the specification. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GraphQlAnswer(
        @Nullable Map<String, Object> data, @Nullable List<Map<String, Object>> errors) {}
