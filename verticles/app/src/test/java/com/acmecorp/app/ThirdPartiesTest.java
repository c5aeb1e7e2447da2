package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.Customer.Link;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The journey of an order whose bank, stockist, bookkeeper and delivery partner are other companies, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class ThirdPartiesTest {

    private static final Path SIMULATED = Path.of("../../conf/simulators.json");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ports ports = Ports.free();
    private final String parties = "http://127.0.0.1:" + Ports.free().shop();
    private final Customer customer = new Customer(ports.api());
    private final Customer others = new Customer(parties);
    private final Inbox inbox = new Inbox(new Customer(ports.privateApi()));
    private final Acme acme;
    private final Configuration configuration;

    ThirdPartiesTest(@TempDir(factory = InTarget.class) Path data) {
        Map<String, String> settings = new HashMap<>(ports.settings(data));
        settings.put("simulators.port", parties.replaceFirst(".*:", ""));
        settings.put(
                "order.paymentUrls",
                "Blank of America=%1$s,El Banco Blanco=%1$s".formatted(parties));
        for (String context : List.of("stock", "finance", "delivery")) {
            settings.put(context + ".url", parties);
        }
        configuration = Configuration.read(List.of(SIMULATED), settings, Map.of());
        acme = new Acme(configuration.app(), "the secret of this journey");
    }

    @BeforeAll
    void open() {
        acme.start(configuration.contexts());
    }

    @AfterAll
    void close() {
        acme.stop();
    }

    @Test
    void anOrderArrivesThoughTheStockistDeliversLaterAndSaysSoTwice() throws Exception {
        others.put(
                "/behaviour/stockist",
                JsonObject.of("laterShare", 1, "callbackDelayMs", 50, "twiceShare", 1));

        JsonObject receipt = customer.post("/createOrder", order());
        Link tracking = Link.of(receipt.getString("trackingUrl"));
        customer.watch(tracking, page -> page.getString("status").equals("STOCKED"));
        Link delivery = Link.of(inbox.await("ana@example.com", "\\S+/delivery\\S*#order=\\S+"));
        String time = times().getString(3);
        customer.post("/bookDelivery", delivery.with("deliveryTime", time));
        JsonObject page = customer.watch(
                tracking, status -> status.getString("status").equals("DELIVERY_BOOKED"));

        assertThat(page.getJsonArray("timeline"))
                .as("what comes twice happens once")
                .hasSize(5);
        seeInTheirBooks(tracking.orderId(), time);
    }

    /** The sale, and the stockist's second call, need not have come when the delivery is booked. */
    private void seeInTheirBooks(long order, String time) {
        awaitBooks("/requests", books -> books.getInteger("callbacksAccepted") == 2);
        awaitBooks("/entries", books -> books.getLong("totalUsdCents") == 50_000);
        JsonObject charged = others.get("/payments");
        assertThat(charged.getJsonObject("heldMinorUnits"))
                .isEqualTo(JsonObject.of("MXN", 1_000_000));
        assertThat(only(charged.getJsonArray("payments")).getLong("orderId")).isEqualTo(order);
        assertThat(only(others.get("/requests").getJsonArray("requests")).getString("products"))
                .isEqualTo("EX002");
        assertThat(only(others.get("/reservations").getJsonArray("reservations"))
                        .getString("slot"))
                .isEqualTo(time);
    }

    private void awaitBooks(String path, Predicate<JsonObject> hopedFor) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonObject books = others.get(path);
        while (!hopedFor.test(books)) {
            assertThat(System.nanoTime()).as("the books are " + books).isLessThan(deadline);
            books = others.get(path);
        }
    }

    private JsonArray times() {
        return customer.get("/deliveryTimes").getJsonArray("deliveryOptions");
    }

    private static JsonObject only(JsonArray lines) {
        assertThat(lines).hasSize(1);
        return lines.getJsonObject(0);
    }

    private static JsonObject order() {
        return new JsonObject()
                .put("name", "Ana Niño")
                .put("email", "ana@example.com")
                .put("phone", "321321321")
                .put("street", "Calle 1")
                .put("city", "Puebla")
                .put("customerType", "B2C")
                .put("market", "MX")
                .put("products", "EX002")
                .put("totalPrice", 50000);
    }
}
