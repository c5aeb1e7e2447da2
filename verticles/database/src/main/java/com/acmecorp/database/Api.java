package com.acmecorp.database;

import com.acmecorp.database.audit.GivenUp;
import com.acmecorp.database.audit.OpenRefunds;
import com.acmecorp.database.audit.OrderAudit;
import com.acmecorp.database.audit.UnsentMails;
import com.acmecorp.database.audit.UnsettledReservations;
import com.acmecorp.database.graphql.AuditFields;
import com.acmecorp.database.graphql.CareFields;
import com.acmecorp.database.graphql.DeadLetterFields;
import com.acmecorp.database.graphql.GraphQlEngine;
import com.acmecorp.database.graphql.Mutations;
import com.acmecorp.database.graphql.PartyFields;
import com.acmecorp.database.graphql.PaymentMutations;
import com.acmecorp.database.graphql.Queries;
import com.acmecorp.database.graphql.RefundFields;
import com.acmecorp.database.graphql.ReservationMutations;
import com.acmecorp.database.read.BacklogReads;
import com.acmecorp.database.read.CareReads;
import com.acmecorp.database.read.DeadLetterReads;
import com.acmecorp.database.read.DifferenceReads;
import com.acmecorp.database.read.HeldOrderReads;
import com.acmecorp.database.read.LedgerReads;
import com.acmecorp.database.read.OrderReads;
import com.acmecorp.database.read.ReplayReads;
import com.acmecorp.database.read.SystemReads;
import com.acmecorp.database.write.DuePayments;
import com.acmecorp.database.write.DueReservations;
import com.acmecorp.database.write.OrderNumbers;
import com.acmecorp.database.write.WriteQueue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.time.Clock;

/** The GraphQL API put together: which of its fields reads over which connections. */
record Api(Vertx vertx, Clock clock, Pools pools, WriteQueue writes) {

    GraphQlEngine engine(DuePayments payments, BacklogReads backlog, long handlingMs) {
        Pool orders = pools.orders();
        Pool watch = pools.watch();
        return new GraphQlEngine(
                new Queries(
                        new OrderReads(orders),
                        new LedgerReads(orders, pools.reports()),
                        new SystemReads(pools.reports(), watch, clock),
                        backlog,
                        clock),
                new Mutations(writes, new OrderNumbers(orders), clock),
                new PaymentMutations(writes, payments, clock),
                new ReservationMutations(writes, new DueReservations(orders, clock)),
                new DeadLetterFields(
                        new DeadLetterReads(vertx, watch, clock), new ReplayReads(watch), writes),
                new RefundFields(new OrderReads(orders), writes),
                new CareFields(new CareReads(orders), writes),
                audit(handlingMs),
                new PartyFields(
                        new HeldOrderReads(watch, clock), new DifferenceReads(watch), writes));
    }

    private AuditFields audit(long handlingMs) {
        Pool watch = pools.watch();
        return new AuditFields(
                new OrderAudit(vertx, watch, clock, handlingMs),
                new UnsentMails(watch, clock),
                new GivenUp(watch),
                new OpenRefunds(watch, clock),
                new UnsettledReservations(watch),
                writes);
    }
}
