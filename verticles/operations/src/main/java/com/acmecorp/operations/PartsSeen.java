package com.acmecorp.operations;

import com.acmecorp.operations.facts.PartFacts;

import io.vertx.core.Future;
import io.vertx.ext.healthchecks.Status;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the parts are, look by look. One look at which a part doesn't answer is a stutter; two in a row are not. */
final class PartsSeen {

    private final Parts parts;
    private final List<String> watched;
    private final Set<String> unwell = new HashSet<>();

    PartsSeen(Parts parts, List<String> watched) {
        this.parts = parts;
        this.watched = List.copyOf(watched);
    }

    Future<List<PartFacts>> look() {
        List<Future<PartFacts>> facts = watched.stream().map(this::look).toList();
        return Future.all(facts).map(asked -> facts.stream().map(Future::result).toList());
    }

    private Future<PartFacts> look(String part) {
        return parts.ask(part).map(status -> seen(part, status));
    }

    private PartFacts seen(String part, Status status) {
        if (status.isOk()) {
            unwell.remove(part);
            return new PartFacts(part, null, warning(status));
        }
        boolean first = unwell.add(part);
        return new PartFacts(part, first ? null : status.getData().getString("cause"), null);
    }

    private static @Nullable String warning(Status status) {
        return status.getData() == null ? null : status.getData().getString("warning");
    }
}
