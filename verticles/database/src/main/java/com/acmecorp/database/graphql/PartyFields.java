package com.acmecorp.database.graphql;

import com.acmecorp.database.party.Difference;
import com.acmecorp.database.read.DifferenceReads;
import com.acmecorp.database.read.HeldOrder;
import com.acmecorp.database.read.HeldOrderReads;
import com.acmecorp.database.write.NoteComparison;
import com.acmecorp.database.write.ReturnGoods;
import com.acmecorp.database.write.WriteQueue;

import graphql.schema.idl.RuntimeWiring;

import io.vertx.core.Future;

import java.util.List;

/** What we hold of orders, to be compared with what third parties hold, and how the two differ. */
public record PartyFields(HeldOrderReads orders, DifferenceReads differences, WriteQueue writes) {

    private static final int MOST_AT_A_TIME = 1_000;

    RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type("Query", query -> {
                    Mutations.field(query, "getOrdersToCompare", this::toCompare);
                    Mutations.field(query, "getPartyDifferences", this::differing);
                    return query;
                })
                .type("Mutation", mutation -> {
                    Mutations.field(mutation, "noteComparison", this::note);
                    Mutations.field(
                            mutation,
                            "goodsReturned",
                            call -> writes.submit(new ReturnGoods(call.orderId("id"))));
                    return mutation;
                });
    }

    private Future<List<HeldOrder>> toCompare(Arguments call) {
        int limit = call.limit("limit", MOST_AT_A_TIME);
        long restMs = call.number("restMs");
        if (!call.has("ids")) {
            return orders.below(
                    call.has("before") ? call.number("before") : Long.MAX_VALUE, limit, restMs);
        }
        List<Long> ids = call.numbers("ids").stream().distinct().limit(limit).toList();
        return orders.of(ids, restMs);
    }

    private Future<?> differing(Arguments call) {
        return differences.of(
                call.has("party") ? call.text("party") : null, call.limit("most", MOST_AT_A_TIME));
    }

    private Future<Boolean> note(Arguments call) {
        String party = call.text("party");
        return writes.submit(new NoteComparison(
                party,
                call.objects("differences").stream()
                        .map(difference -> new Difference(
                                party,
                                difference.orderId("orderId"),
                                difference.text("ours"),
                                difference.text("theirs"),
                                difference.text("advice")))
                        .toList(),
                call.orderIds("agreed")));
    }
}
