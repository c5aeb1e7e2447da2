package com.acmecorp.email;

import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.Problems;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reminds customers whose plants wait for a delivery time. It goes round and round over the waiting orders, some at each
 * look. A reminder is kept under its number and claimed like any other mail, so that it is sent once, whoever forgets
 * what and however many processes remind; what couldn't be sent is tried in the next round.
 */
final class RemindCustomers {

    private static final Logger LOG = LoggerFactory.getLogger(RemindCustomers.class);
    private static final int AT_A_TIME = 50;
    private static final int MOST_REMEMBERED = 20_000;

    /** Who hasn't chosen by then won't because of a mail. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(14);

    private final Markets markets;
    private final DatabaseClient database;
    private final SendMail sendMail;
    private final Clock clock;
    private final ReminderConfig config;
    private final Map<OrderId, Integer> reminded = new LinkedHashMap<>();
    private long after;
    private boolean underWay;

    RemindCustomers(
            Markets markets,
            DatabaseClient database,
            SendMail sendMail,
            Clock clock,
            ReminderConfig config) {
        this.markets = markets;
        this.database = database;
        this.sendMail = sendMail;
        this.clock = clock;
        this.config = config;
    }

    /** Looks once, unless the last look is under way still. */
    void look() {
        if (!underWay) {
            underWay = true;
            remind().onFailure(
                            failure -> LOG.warn("reminders have to wait: {}", failure.getMessage()))
                    .onComplete(done -> underWay = false);
        }
    }

    /** Ends when those that this look comes to are reminded. */
    Future<?> remind() {
        long due = clock.millis() - intervalMs();
        JsonObject window = new JsonObject()
                .put("from", due - LONGEST_WAIT.toMillis())
                .put("until", due)
                .put("after", after)
                .put("limit", AT_A_TIME);
        return database.execute(EmailOperations.WAITING_ORDERS, window)
                .map(answer -> answer.getJsonArray("getWaitingOrders"))
                .compose(this::remindAll);
    }

    private long intervalMs() {
        return Duration.ofHours(config.hours()).toMillis();
    }

    private Future<?> remindAll(JsonArray waiting) {
        after = waiting.size() < AT_A_TIME
                ? 0
                : waiting.getJsonObject(AT_A_TIME - 1).getLong("orderId");
        return Future.join(
                waiting.stream().map(JsonObject.class::cast).map(this::remind).toList());
    }

    /** Answers whether that came to an end, so that this reminder needs no other look. */
    private Future<Boolean> remind(JsonObject waiting) {
        OrderId order = new OrderId(waiting.getLong("orderId"));
        int number = number(waiting.getLong("sinceMs"));
        if (reminded.getOrDefault(order, 0) >= number) {
            return Future.succeededFuture(true);
        }
        return database.execute(
                        EmailOperations.GET_WAITING_ORDER, JsonObject.of("id", order.value()))
                .compose(answer -> send(order, number, answer.getJsonObject("getOrder")))
                .map(true)
                .otherwise(failure -> isHopeless(order, failure))
                .onSuccess(ended -> remember(order, number, ended));
    }

    /** One for each interval that the customer let pass. */
    private int number(long sinceMs) {
        return (int) Math.min(config.most(), (clock.millis() - sinceMs) / intervalMs());
    }

    /** What was seen waiting may have been booked or cancelled since. */
    private Future<?> send(OrderId order, int number, JsonObject row) {
        if (!row.getString("status").equals("STOCKED") || row.getString("deliveryTime") != null) {
            return Future.succeededFuture();
        }
        Market market = markets.orFirst(row.getString("customerMarket"));
        Addressee to = new Addressee(
                order,
                row.getString("customerName"),
                row.getString("customerEmail"),
                market,
                Reader.of(market, row.getString("customerLanguage"), null, null),
                row.getLong("testId") > 0,
                row.getInteger("linkGeneration"));
        return sendMail.send(new CustomerMail.DeliveryReminder(to, number));
    }

    private void remember(OrderId order, int number, boolean ended) {
        if (ended) {
            reminded.put(order, number);
        }
        if (reminded.size() > MOST_REMEMBERED) {
            reminded.remove(reminded.keySet().iterator().next());
        }
    }

    /** Whether it makes no sense to try again. */
    private static boolean isHopeless(OrderId order, Throwable failure) {
        Kind kind = Problems.of(failure).kind();
        LOG.atLevel(kind == Kind.IN_PROGRESS ? Level.DEBUG : Level.WARN)
                .addKeyValue("orderId", order)
                .log("customer not reminded: {}", failure.getMessage());
        return !kind.worthRetrying();
    }
}
