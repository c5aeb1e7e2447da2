package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.PartFacts;

import java.util.List;

/** Each part of the system can work. */
record PartsAreWell() implements Rule<List<PartFacts>> {

    @Override
    public String name() {
        return "a part is down";
    }

    @Override
    public List<Breach> judge(List<PartFacts> parts) {
        return parts.stream()
                .filter(part -> part.cause() != null)
                .map(part -> Breach.of(part.part(), part.part() + ": " + part.cause()))
                .toList();
    }
}
