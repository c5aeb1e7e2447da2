package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Has an order's links mailed again to its customer, for whoever knows the order's number and e-mail, or has its tracking
 * link. The answer is always the same and comes before anything is looked up, so neither its words nor its time tell
 * whether there is such an order. The mail goes to the order's own address and to no other.
 */
final class FindOrder {

    private static final StepLog STEPS = StepLog.of(FindOrder.class);
    private static final Logger LOG = LoggerFactory.getLogger(FindOrder.class);

    private final DatabaseClient database;
    private final LinkTokens links;

    FindOrder(DatabaseClient database, LinkTokens links) {
        this.database = database;
        this.links = links;
    }

    Future<JsonObject> handle(Request request) {
        OrderId order = request.orderId();
        Proof proof = Proof.of(request);
        find(order, proof)
                .compose(found -> found ? askForLinks(order, request) : Future.succeededFuture())
                .onFailure(failure -> warn(order, failure));
        return Future.succeededFuture(JsonObject.of("status", "ACCEPTED"));
    }

    /**
     * What somebody shows to get the links: one of the two.
     *
     * @param token of the tracking link
     */
    private record Proof(@Nullable String email, @Nullable String token) {

        static Proof of(Request request) {
            boolean hasToken = request.detail().getValue("token") != null;
            return hasToken
                    ? new Proof(null, request.text("token"))
                    : new Proof(request.text("email"), null);
        }
    }

    private Future<Boolean> find(OrderId order, Proof proof) {
        OptionalInt generation = proof.token() == null
                ? OptionalInt.empty()
                : links.generation(Purpose.TRACK, order, proof.token());
        if (proof.email() == null && generation.isEmpty()) {
            return Future.succeededFuture(false);
        }
        return database.execute(OrderOperations.GET_CONTACT, JsonObject.of("id", order.value()))
                .map(answer -> answer.getJsonObject("getContact"))
                .map(contact -> contact != null && isProven(contact, generation, proof.email()));
    }

    private static boolean isProven(
            JsonObject contact, OptionalInt generation, @Nullable String email) {
        return email == null
                ? generation.getAsInt() == contact.getInteger("linkGeneration")
                : comparable(contact.getString("email")).equals(comparable(email));
    }

    /** People write their address with capitals today and without them tomorrow. */
    private static String comparable(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private Future<?> askForLinks(OrderId order, Request request) {
        return database.execute(OrderOperations.ASK_FOR_LINKS, JsonObject.of("id", order.value()))
                .map(answer -> answer.getBoolean("askForLinks"))
                .onSuccess(asked -> STEPS.step(
                        asked ? "links are mailed again" : "links were mailed just before",
                        order,
                        request.trace()));
    }

    private static void warn(OrderId order, Throwable failure) {
        LOG.atWarn()
                .addKeyValue("orderId", order)
                .log("links can't be mailed: {}", failure.getMessage());
    }
}
