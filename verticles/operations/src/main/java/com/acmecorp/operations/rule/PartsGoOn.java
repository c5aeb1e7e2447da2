package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.PartFacts;

import java.util.List;

/** Nothing hinders a part of the system that works. */
record PartsGoOn() implements Rule<List<PartFacts>> {

    @Override
    public String name() {
        return "a part is hindered";
    }

    @Override
    public List<Breach> judge(List<PartFacts> parts) {
        return parts.stream()
                .filter(part -> part.warning() != null)
                .map(part -> Breach.of(part.part(), part.part() + ": " + part.warning()))
                .toList();
    }
}
