package com.acmecorp.database.graphql;

import com.acmecorp.database.audit.GivenUp;
import com.acmecorp.database.audit.OpenRefunds;
import com.acmecorp.database.audit.OrderAudit;
import com.acmecorp.database.audit.StageLimits;
import com.acmecorp.database.audit.Trouble;
import com.acmecorp.database.audit.TroubleReport;
import com.acmecorp.database.audit.TroubleReports;
import com.acmecorp.database.audit.UnsentMails;
import com.acmecorp.database.audit.UnsettledReservations;
import com.acmecorp.database.audit.WaitingOrder;
import com.acmecorp.database.write.DispatchAgain;
import com.acmecorp.database.write.WriteQueue;
import com.acmecorp.events.EventKey;

import graphql.schema.idl.RuntimeWiring;

import io.vertx.core.Future;

import java.util.List;

/** How orders add up, what is wrong with them, and what mends it. */
public record AuditFields(
        OrderAudit audit,
        UnsentMails mails,
        GivenUp givenUp,
        OpenRefunds refunds,
        UnsettledReservations reservations,
        WriteQueue writes) {

    private static final int MOST_AT_A_TIME = 1_000;

    RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type("Query", query -> {
                    Mutations.field(query, "getConservation", call -> audit.conservation());
                    Mutations.field(query, "getTroubles", this::troubles);
                    Mutations.field(query, "getWaitingOrders", this::waiting);
                    return query;
                })
                .type("Mutation", mutation -> {
                    Mutations.field(mutation, "dispatchAgain", this::dispatchAgain);
                    return mutation;
                });
    }

    private Future<Boolean> dispatchAgain(Arguments call) {
        return writes.submit(new DispatchAgain(new EventKey(call.number("eventKey"))));
    }

    private Future<List<TroubleReport>> troubles(Arguments call) {
        Arguments limits = call.object("limits");
        int most = call.limit("most", MOST_AT_A_TIME);
        Future<List<Trouble>> unsent = mails.olderThan(limits.number("mailMs"));
        Future<List<Trouble>> dead = givenUp.orders();
        Future<List<Trouble>> unpaid = refunds.olderThan(limits.number("refundMs"));
        Future<List<Trouble>> unsettled = reservations.orders();
        return Future.all(unsent, dead, unpaid, unsettled)
                .map(read -> new TroubleReports(most)
                        .add(unsent.result(), UnsentMails.MOST)
                        .add(dead.result(), GivenUp.MOST)
                        .add(unpaid.result(), OpenRefunds.MOST)
                        .add(unsettled.result(), UnsettledReservations.MOST))
                .compose(reports -> audit.addTroubles(stages(limits), reports))
                .map(TroubleReports::all);
    }

    private Future<List<WaitingOrder>> waiting(Arguments call) {
        return audit.waiting(
                call.number("from"),
                call.number("until"),
                call.number("after"),
                call.limit("limit", MOST_AT_A_TIME));
    }

    private static StageLimits stages(Arguments limits) {
        return new StageLimits(
                limits.number("placeMs"),
                limits.number("stockMs"),
                limits.number("markStockedMs"),
                limits.number("chooseTimeMs"),
                limits.number("autoBookMs"),
                limits.number("markBookedMs"));
    }
}
