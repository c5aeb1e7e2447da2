package com.acmecorp.web;

import com.acmecorp.platform.figures.Figure;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.web.limit.Claim;
import com.acmecorp.web.limit.Client;
import com.acmecorp.web.limit.Clients;
import com.acmecorp.web.limit.Limit;
import com.acmecorp.web.limit.LimitsConfig;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What one client may ask of the public API, counted in the memory of this process. */
final class Limits {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String CREATE_ORDER = "createOrder";
    private static final String FIND_ORDER = "findOrder";
    private static final int UNCLEAR = 500;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Figures figures;
    private final Clients clients;
    private final Map<String, Limit> byAddress;
    private final Limit otherCalls;
    private final Limit byOrder;
    private final Limit findsByOrder;
    private final Limit declines;
    private final Limit mailboxByHour;
    private final Limit mailboxByDay;
    private final Limit organization;

    Limits(LimitsConfig config, TimeMeter clock, Figures figures) {
        this.figures = figures;
        this.clients = new Clients(config);
        this.byAddress = Map.of(
                CREATE_ORDER, new Limit(config.ordersPerMinute(), MINUTE, clock),
                FIND_ORDER, new Limit(config.findsPerHour(), HOUR, clock));
        this.otherCalls = new Limit(config.callsPerMinute(), MINUTE, clock);
        this.byOrder = new Limit(config.callsPerOrder(), MINUTE, clock);
        this.findsByOrder = new Limit(Math.ceilDiv(config.findsPerHour(), 4), HOUR, clock);
        this.declines = new Limit(config.declinesPerHour(), HOUR, clock);
        this.mailboxByHour = new Limit(config.ordersPerMailboxHour(), HOUR, clock);
        this.mailboxByDay = new Limit(config.ordersPerMailboxDay(), DAY, clock);
        this.organization = new Limit(config.ordersPerOrganizationDay(), DAY, clock);
    }

    Client client(HttpServerRequest request) {
        String forwardedFor = String.join(",", request.headers().getAll(FORWARDED_FOR));
        return clients.of(
                request.remoteAddress().hostAddress(),
                forwardedFor.isEmpty() ? null : forwardedFor);
    }

    /** What is left for an address, of what everybody may do who hasn't been heard of yet. */
    Claim ofAddress(String operation, Client client) {
        Limit limit = byAddress.getOrDefault(operation, otherCalls);
        return new Claim()
                .on(limit, client.key(), "There were too many requests from your address.");
    }

    /** What is left for what a request is about, once its body is known. */
    Claim ofBody(String operation, Client client, JsonObject body) {
        if (operation.equals(CREATE_ORDER)) {
            return ofNewOrder(client, body);
        }
        Object order = body.getValue("orderId");
        return switch (order) {
            case null -> new Claim();
            case Object found
            when operation.equals(FIND_ORDER) ->
                new Claim()
                        .on(findsByOrder, found.toString(), "This order was looked for too often.");
            case Object found ->
                new Claim()
                        .on(
                                byOrder,
                                found + ":" + body.getString("token", ""),
                                "There were too many requests for this order.");
        };
    }

    /** Test orders send no mail and take no delivery place. */
    private Claim ofNewOrder(Client client, JsonObject body) {
        Claim claim = new Claim()
                .on(declines, client.key(), "Too many payments from your address were declined.");
        if (isTest(body)) {
            return claim;
        }
        String mailbox = body.getString("email").strip().toLowerCase(Locale.ROOT);
        String words = "There were too many orders for this e-mail address.";
        claim.on(mailboxByHour, mailbox, words).on(mailboxByDay, mailbox, words);
        String organization = organization(body);
        return organization.isEmpty()
                ? claim
                : claim.on(
                        this.organization,
                        organization,
                        "There were too many orders of this organization that aren't paid yet.");
    }

    /** An order was accepted, so its payment wasn't declined; or another call was answered. */
    void accepted(Claim claim) {
        claim.giveBack(limit -> limit == declines);
    }

    /** No order came of it, and so no mail; where that is unclear, only its payment wasn't declined for sure. */
    void refused(Claim claim, Kind kind) {
        if (kind == Kind.PAYMENT_DECLINED) {
            claim.giveBack(limit -> limit != declines);
        } else if (kind.status() < UNCLEAR) {
            claim.giveBack(limit -> limit != byOrder);
        } else {
            claim.giveBack(limit -> limit == declines);
        }
    }

    void countRefusal() {
        figures.count(Figure.REQUESTS_LIMITED);
    }

    private static boolean isTest(JsonObject body) {
        return body.getValue("testId") instanceof Number test && test.longValue() > 0;
    }

    /** Its digits without zeros in front, by which one organization would be many. */
    private static String organization(JsonObject body) {
        String digits = Objects.toString(body.getValue("orgNumber"), "");
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }
}
