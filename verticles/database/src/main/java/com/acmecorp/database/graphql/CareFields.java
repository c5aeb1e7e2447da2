package com.acmecorp.database.graphql;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.read.CareReads;
import com.acmecorp.database.write.AskForLinks;
import com.acmecorp.database.write.BookDelivery;
import com.acmecorp.database.write.CorrectContact;
import com.acmecorp.database.write.EmailKey;
import com.acmecorp.database.write.ReplaceLinks;
import com.acmecorp.database.write.SendMailAgain;
import com.acmecorp.database.write.WriteQueue;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What helps a customer who mistyped something or lost a link, and who of the staff did what. */
public final class CareFields {

    private static final int MOST_AT_A_TIME = 1_000;

    private final CareReads reads;
    private final WriteQueue writes;

    public CareFields(CareReads reads, WriteQueue writes) {
        this.reads = reads;
        this.writes = writes;
    }

    RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type("Query", this::wireQuery).type("Mutation", this::wireMutation);
    }

    private TypeRuntimeWiring.Builder wireQuery(TypeRuntimeWiring.Builder query) {
        field(
                query,
                "getContact",
                call -> reads.contact(call.orderId("id")).map(found -> found.orElse(null)));
        field(query, "getLinkGeneration", call -> reads.linkGeneration(call.orderId("id")));
        field(query, "getAskedMails", this::askedMails);
        field(query, "getOperatorActions", call -> reads.actions(call.orderId("orderId")));
        return query;
    }

    private TypeRuntimeWiring.Builder wireMutation(TypeRuntimeWiring.Builder mutation) {
        field(mutation, "correctContact", this::correctContact);
        field(mutation, "newLinks", this::newLinks);
        field(mutation, "sendMailAgain", this::sendMailAgain);
        field(mutation, "changeDelivery", this::changeDelivery);
        field(mutation, "askForLinks", call -> writes.submit(new AskForLinks(call.orderId("id"))));
        return mutation;
    }

    private Future<List<Asked>> askedMails(Arguments call) {
        long most = Math.clamp(call.number("limit"), 1, MOST_AT_A_TIME);
        return reads.askedMails(call.number("after"), (int) most)
                .map(mails -> mails.stream().map(Asked::of).toList());
    }

    /** The schema's AskedMail. */
    record Asked(long orderId, String template, String revision) {

        static Asked of(EmailKey key) {
            return new Asked(key.orderId().value(), key.template(), key.revision());
        }
    }

    private Future<Order> correctContact(Arguments call) {
        return writes.submit(new CorrectContact(
                call.orderId("id"),
                new OrderForm(call.object("contact")).correction(),
                Objects.requireNonNull(call.operator())));
    }

    private Future<Order> newLinks(Arguments call) {
        return writes.submit(
                new ReplaceLinks(call.orderId("id"), Objects.requireNonNull(call.operator())));
    }

    private Future<Asked> sendMailAgain(Arguments call) {
        return writes.submit(new SendMailAgain(
                        call.orderId("id"),
                        call.text("template"),
                        Objects.requireNonNull(call.operator())))
                .map(Asked::of);
    }

    private Future<Order> changeDelivery(Arguments call) {
        Arguments choice = call.object("choice");
        return writes.submit(new BookDelivery(
                call.orderId("id"),
                choice.deliveryTime("deliveryTime"),
                choice.bookingRules().byOperator(),
                call.optionalNumber("fence"),
                Objects.requireNonNull(call.operator())));
    }

    private static void field(
            TypeRuntimeWiring.Builder type,
            String name,
            Function<Arguments, Future<? extends @Nullable Object>> answer) {
        type.dataFetcher(name, FieldCall.fetcher(answer));
    }
}
