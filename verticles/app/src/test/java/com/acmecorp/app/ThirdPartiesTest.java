package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.Customer.Link;

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
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The journey of an order whose bank, stockist, bookkeeper and delivery partner are other companies, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class ThirdPartiesTest {

    private static final Path SIMULATED = Path.of("../../conf/simulators.json");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FAILURES_TO_OPEN = 5;

    private final Ports ports = Ports.free();
    private final int partiesPort = Ports.free().shop();
    private final Customer customer = new Customer(ports.api());
    private final Customer staff = new Customer(ports.privateApi());
    private final Customer parties = new Customer("http://127.0.0.1:" + partiesPort);
    private final Inbox inbox = new Inbox(staff);
    private final Acme acme;
    private final Configuration configuration;

    ThirdPartiesTest(@TempDir(factory = WithDatabase.class) Path data) {
        String url = "http://127.0.0.1:" + partiesPort;
        Map<String, String> settings = new HashMap<>(ports.settings(data));
        settings.put("simulators.port", String.valueOf(partiesPort));
        settings.put("parties.pauseMs", "100");
        settings.put("parties.compareRestMs", "300");
        settings.put("parties.compareAgainMs", "300");
        settings.put(
                "order.paymentUrls", "Blank of America=%1$s,El Banco Blanco=%1$s".formatted(url));
        List.of("stock", "finance", "delivery")
                .forEach(context -> settings.put(context + ".url", url));
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
        parties.put(
                "/behaviour/stockist",
                JsonObject.of("laterShare", 1, "callbackDelayMs", 50, "twiceShare", 1));

        Link tracking = buy("MX", "ana@example.com");
        customer.watch(tracking, page -> page.getString("status").equals("STOCKED"));
        Link delivery = Link.of(inbox.await("ana@example.com", "\\S+/delivery\\S*#order=\\S+"));
        String time =
                customer.get("/deliveryTimes").getJsonArray("deliveryOptions").getString(3);
        customer.post("/bookDelivery", delivery.with("deliveryTime", time));
        JsonObject page = customer.watch(
                tracking, status -> status.getString("status").equals("DELIVERY_BOOKED"));

        assertThat(page.getJsonArray("timeline"))
                .as("what comes twice happens once")
                .hasSize(5);
        await(() -> parties.get("/requests").getInteger("callbacksAccepted") == 2);
        seeInTheirBooks(tracking.orderId(), time);
    }

    private void seeInTheirBooks(long order, String time) {
        assertThat(inBooks("payments", order))
                .isEqualTo(new JsonObject()
                        .put("status", "PAID")
                        .put("amountMinorUnits", 1_000_000)
                        .put("currency", "MXN")
                        .put("orderId", order)
                        .put("asked", 1));
        assertThat(inBooks("requests", order).getString("products")).isEqualTo("EX002");
        assertThat(inBooks("reservations", order).getString("slot")).isEqualTo(time);
        await(() -> !inBooks("entries", order).isEmpty());
        assertThat(inBooks("entries", order).getLong("totalUsdCents")).isEqualTo(50_000);
    }

    @Test
    void aBookkeeperThatIsDownIsLeftAloneAndHasEverySaleInTheEnd() {
        parties.put("/behaviour/bookkeeping", JsonObject.of("failureShare", 1));
        List<Long> orders = IntStream.range(0, FAILURES_TO_OPEN)
                .mapToObj(i -> buy("US", "sam@example.com").orderId())
                .toList();
        await(() -> customerCannotTell() && health("bookkeeper").equals("DOWN"));

        parties.put("/behaviour/bookkeeping", new JsonObject());

        await(() -> orders.stream().noneMatch(order -> inBooks("entries", order).isEmpty()));
        await(() -> health("bookkeeper").equals("UP"));
    }

    @Test
    void aStockistThatCalledGoodsOffByItselfIsAnAlertUntilBothAgree() throws Exception {
        JsonObject receipt = place("US", "sam@example.com");
        long order = receipt.getLong("orderId");
        customer.watchOwn(receipt, page -> page.getString("status").equals("STOCKED"));

        parties.delete("/requests/" + order);
        await(() -> alertAbout(order).contains("the order was called off"));
        assertThat(alertAbout(order)).contains("goods have come", "Ask the stockist");

        cancel(receipt);
        await(() -> alertAbout(order).isEmpty());
    }

    @Test
    void goodsThatComeForACancelledOrderAreAnAlertUntilTheyWentBack() throws Exception {
        parties.put(
                "/behaviour/stockist", JsonObject.of("laterShare", 1, "callbackDelayMs", 600_000));
        JsonObject receipt = place("US", "sam@example.com");
        JsonObject order = JsonObject.of("orderId", receipt.getLong("orderId"));
        await(() -> atTheStockist(order).equals("LATER"));
        parties.put("/behaviour/stockist", new JsonObject());
        cancel(receipt);
        await(() -> atTheStockist(order).equals("CANCELLED"));

        assertThat(staff.post("/stock", order).getString("message")).contains("is cancelled");
        await(() -> alertAbout(order.getLong("orderId")).contains("POST /goodsReturned"));

        staff.post("/goodsReturned", order);
        await(() -> alertAbout(order.getLong("orderId")).isEmpty());
    }

    private String atTheStockist(JsonObject order) {
        return inBooks("requests", order.getLong("orderId")).getString("status", "");
    }

    private void cancel(JsonObject receipt) throws Exception {
        JsonObject page = customer.watchOwn(receipt, status -> status.containsKey("cancelToken"));
        customer.post(
                "/cancelOrder",
                JsonObject.of(
                        "orderId", receipt.getLong("orderId"),
                        "token", page.getString("cancelToken")));
    }

    /** What staff are told of an order that a party doesn't agree with us about; empty: nothing. */
    private String alertAbout(long order) {
        return staff.get("/alerts").getJsonArray("alerts").stream()
                .map(JsonObject.class::cast)
                .filter(alert -> alert.getJsonArray("orders").contains((int) order))
                .map(alert -> alert.getString("text"))
                .findFirst()
                .orElse("");
    }

    /** The shop takes orders without its bookkeeper. */
    private boolean customerCannotTell() {
        return staff.get("/health/ready").getString("status").equals("UP");
    }

    /** How a part is; the whole isn't well while one of them isn't. */
    private String health(String part) {
        return staff.look("/health").getJsonArray("checks").stream()
                .map(JsonObject.class::cast)
                .filter(check -> check.getString("id").equals(part))
                .map(check -> check.getString("status"))
                .findFirst()
                .orElseThrow();
    }

    /** What a party has in its books about an order; empty where it has nothing yet. */
    private JsonObject inBooks(String books, long order) {
        return parties.get("/" + books).getJsonArray(books).stream()
                .map(JsonObject.class::cast)
                .filter(line -> line.getLong("orderId") == order)
                .findFirst()
                .orElseGet(JsonObject::new);
    }

    private static void await(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("it came in time").isLessThan(deadline);
        }
    }

    private Link buy(String market, String email) {
        return Link.of(place(market, email).getString("trackingUrl"));
    }

    /** What createOrder answers. */
    private JsonObject place(String market, String email) {
        JsonObject form = new JsonObject()
                .put("name", "Ana Niño")
                .put("email", email)
                .put("phone", "321321321")
                .put("street", "Calle 1")
                .put("city", "Puebla")
                .put("customerType", "B2C")
                .put("market", market)
                .put("products", "EX002")
                .put("totalPrice", 50000);
        return customer.post("/createOrder", form);
    }
}
