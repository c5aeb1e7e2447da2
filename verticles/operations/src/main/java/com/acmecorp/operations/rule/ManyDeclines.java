package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.PaymentFacts;

import java.util.List;

/** Most payments are accepted. Where they aren't, somebody tries stolen cards, or a bank refuses everybody. */
record ManyDeclines(int max) implements Rule<PaymentFacts> {

    @Override
    public String name() {
        return "many payments are declined";
    }

    @Override
    public List<Breach> judge(PaymentFacts facts) {
        return facts.declined() <= max || facts.declined() <= facts.paid()
                ? List.of()
                : List.of(Breach.of(
                        "",
                        "%d of %d payments in the last %d s were declined: either somebody tries stolen cards, or a bank declines what it shouldn't"
                                .formatted(
                                        facts.declined(),
                                        facts.declined() + facts.paid(),
                                        facts.seconds())));
    }
}
