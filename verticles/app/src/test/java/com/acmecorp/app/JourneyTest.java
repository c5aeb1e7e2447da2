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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The journey of an order through the whole system, on a database of its own, as its customer lives through it: the same
 * on every transport.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class JourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String[] JOURNEY = {
        "OrderCreated", "OrderPlaced", "StockCreated", "OrderDeliverable", "DeliveryBooked"
    };

    private final Ports ports = Ports.free();
    private final Customer customer = new Customer(ports.api());
    private final Customer staff = new Customer(ports.privateApi());
    private final Inbox inbox = new Inbox(staff);
    private final ApiDestinations eventBridge = new ApiDestinations(staff);
    private final Acme acme;
    private final Configuration configuration;

    /**
     * A system of its own.
     *
     * @param transport settings that choose it
     */
    JourneyTest(Path data, Map<String, String> transport) {
        Map<String, String> settings = new HashMap<>(ports.settings(data));
        settings.putAll(transport);
        configuration = Configuration.read(List.of(), settings, Map.of());
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

    @ParameterizedTest
    @CsvSource({"B2C, US, 0, 101", "B2C, MX, 0, 102", "B2B, US, 1234567890, 103"})
    void aTestOrderTravelsAllTheWayByItself(String type, String market, long orgNumber, long testId)
            throws Exception {
        JsonObject receipt =
                customer.post("/createOrder", order(type, market, orgNumber).put("testId", testId));
        assertThat(receipt.getString("status")).isEqualTo("SUCCESS");

        JsonObject page =
                customer.watch(Link.of(receipt.getString("trackingUrl")), isAt("DELIVERY_BOOKED"));
        assertThat(steps(page)).containsExactly(JOURNEY);

        JsonObject row = bookedRow(receipt.getLong("orderId"));
        assertThat(row.getString("customerMarket")).isEqualTo(market);
        assertThat(row.getLong("testId")).isEqualTo(testId);
    }

    @Test
    void aCustomerBooksTheDeliveryThroughTheMailedLinkAndChangesItOnce() throws Exception {
        JsonObject form = order("B2C", "US", 0).put("email", "ann.oneill@example.com");
        JsonObject receipt = customer.post("/createOrder", form);
        Link tracking = Link.of(receipt.getString("trackingUrl"));

        JsonObject stocked = customer.watch(tracking, isAt("STOCKED"));
        assertThat(steps(stocked))
                .containsExactly("OrderCreated", "OrderPlaced", "StockCreated", "OrderDeliverable");

        Link delivery =
                Link.of(inbox.await("ann.oneill@example.com", "\\S+/delivery\\S*#order=\\S+"));
        JsonArray times =
                customer.get("/deliveryTimes?change=true").getJsonArray("deliveryOptions");
        JsonObject booking =
                customer.post("/bookDelivery", delivery.with("deliveryTime", times.getString(0)));
        assertThat(booking.getString("deliveryTime")).isEqualTo(times.getString(0));
        assertThat(booking.getString("name")).isEqualTo("Ann O'Neill");
        customer.watch(tracking, isAt("DELIVERY_BOOKED"));

        customer.post("/bookDelivery", delivery.with("deliveryTime", times.getString(1)));
        assertThat(customer.refused(
                        "/bookDelivery", delivery.with("deliveryTime", times.getString(2))))
                .isEqualTo(409);
        assertThat(inbox.awaitCount("ann.oneill@example.com", 4))
                .as("received, ready, booked, changed")
                .isEqualTo(4);
        JsonObject row = bookedRow(tracking.orderId());
        assertThat(row.getString("deliveryTime")).isEqualTo(times.getString(1));

        JsonArray happened = eventBridge.deliver(tracking.orderId());
        assertThat(happened).hasSize(6);
        assertThat(eventBridge.deliver(tracking.orderId()))
                .as("events that come again through API destinations bring no others")
                .isEqualTo(happened);
        assertThat(row(tracking.orderId())).isEqualTo(row);
        assertThat(inbox.awaitCount("ann.oneill@example.com", 4))
                .as("and no more mails")
                .isEqualTo(4);
    }

    @Test
    void aCustomerInHawaiiReadsSpanishAndBooksByTheClockThere() throws Exception {
        JsonObject form = order("B2C", "US", 0)
                .put("email", "ana.honolulu@example.com")
                .put("state", "Hawaii")
                .put("postalCode", "96813")
                .put("language", "es");
        JsonObject receipt = customer.post("/createOrder", form);
        Link tracking = Link.of(receipt.getString("trackingUrl"));

        String zone = customer.watch(tracking, isAt("STOCKED")).getString("deliveryZone");
        Link delivery =
                Link.of(inbox.await("ana.honolulu@example.com", "\\S+/delivery\\S*#order=\\S+"));
        JsonArray times = customer.get("/deliveryTimes?market=US&zone=" + zone)
                .getJsonArray("deliveryOptions");
        String first = times.getString(0);
        JsonObject booking = customer.post("/bookDelivery", delivery.with("deliveryTime", first));

        assertThat(zone).isEqualTo("Pacific/Honolulu");
        assertThat(Instant.ofEpochMilli(Long.parseLong(first))
                        .atZone(ZoneId.of(zone))
                        .getHour())
                .isEqualTo(9);
        assertThat(booking.getString("state")).isEqualTo("Hawaii");
        assertThat(inbox.await("ana.honolulu@example.com", "9:00 a\\.m\\. \\(hora de Haw"))
                .isNotBlank();
    }

    @Test
    void aCustomerCancelsAndTheBooksAreEvenAgain() throws Exception {
        JsonObject form = order("B2C", "MX", 0).put("email", "ann.cancels@example.com");
        JsonObject receipt = customer.post("/createOrder", form);
        Link tracking = Link.of(receipt.getString("trackingUrl"));
        assertThat(customer.watch(tracking, isAt("STOCKED")).fieldNames())
                .as("a forwarded link")
                .doesNotContain("cancelToken", "deliveryUrl");
        JsonObject stocked = customer.watchOwn(receipt, isAt("STOCKED"));
        JsonObject cancelling = tracking.with("token", stocked.getString("cancelToken"));

        assertThat(customer.post("/cancelOrder", cancelling).getString("status"))
                .isEqualTo("CANCELLED");

        assertThat(steps(customer.watch(tracking, isAt("CANCELLED")))).endsWith("OrderCancelled");
        assertThat(inbox.awaitCount("ann.cancels@example.com", 3))
                .as("received, ready, cancelled")
                .isEqualTo(3);
        assertThat(customer.post("/cancelOrder", cancelling).getString("status"))
                .as("again")
                .isEqualTo("CANCELLED");
        assertThat(enteredFor(tracking.orderId(), 6))
                .containsExactlyInAnyOrder(
                        "SALE cash at El Banco Blanco 600000",
                        "SALE deferred revenue -600000",
                        "REVERSAL refunds payable -600000",
                        "REVERSAL deferred revenue 600000",
                        "REFUND refunds payable 600000",
                        "REFUND cash at El Banco Blanco -600000");
        assertThat(customer.watch(tracking, isAt("CANCELLED")).getString("nextStep"))
                .contains("was given back to you: 6000.00 MXN");
        assertThat(eventBridge.deliver(tracking.orderId()))
                .as("events that come again through API destinations bring no others")
                .isEqualTo(eventBridge.deliver(tracking.orderId()));
        assertThat(row(tracking.orderId()).getString("status")).isEqualTo("CANCELLED");
    }

    @Test
    void aCustomerWhoMistypedTheAddressIsHelped() throws Exception {
        JsonObject form = order("B2C", "US", 0).put("email", "anm.typo@example.com");
        JsonObject receipt = customer.post("/createOrder", form, "typo");
        assertThat(customer.post("/createOrder", form, "typo")).isEqualTo(receipt);
        customer.watchOwn(receipt, isAt("STOCKED"));
        JsonObject call = new JsonObject()
                .put("orderId", receipt.getLong("orderId"))
                .put("operator", "Kim")
                .put("reason", "the address was mistyped");
        JsonObject contact = new JsonObject()
                .put("name", "Ann O'Neill")
                .put("email", "ann.right@example.com")
                .put("phone", "321321321")
                .put("street", "Thisway 2")
                .put("city", "Thatplace");

        staff.post("/operator/correctContact", call.copy().mergeIn(contact));
        staff.post("/operator/newLinks", call);

        Link found = Link.of(inbox.await("ann.right@example.com", "\\S+/success\\S*#order=\\S+"));
        Link first = Link.of(receipt.getString("trackingUrl"));
        assertThat(customer.refused("/orderStatus", first.json())).isEqualTo(403);
        assertThat(customer.post("/orderStatus", found.json()).getString("status"))
                .isEqualTo("STOCKED");
        JsonObject email = new JsonObject().put("email", form.getString("email"));
        for (JsonObject again : List.of(
                customer.post("/createOrder", form, "typo"),
                customer.post("/orderOutcome", email, "typo"))) {
            assertThat(again.getBoolean("linksRenewed")).isTrue();
            assertThat(again.encode()).doesNotContain("token=").contains("manageToken\":\"\"");
        }
        staff.post("/operator/sendMailAgain", call.copy().put("template", "ready-for-delivery"));
        Link delivery =
                Link.of(inbox.await("ann.right@example.com", "\\S+/delivery\\S*#order=\\S+"));
        JsonArray times = customer.get("/deliveryTimes").getJsonArray("deliveryOptions");
        JsonObject booking =
                customer.post("/bookDelivery", delivery.with("deliveryTime", times.getString(3)));
        assertThat(booking.getString("street")).isEqualTo("Thisway 2");
        customer.watch(found, isAt("DELIVERY_BOOKED"));
        for (int change = 4; change < 7; change++) {
            staff.post(
                    "/operator/changeDelivery",
                    call.copy().put("deliveryTime", times.getString(change)));
        }
        assertThat(customer.post("/orderStatus", found.json()).getString("deliveryTime"))
                .isEqualTo(times.getString(6));

        assertThat(staff.post("/operator/cancelOrder", call).getString("status"))
                .isEqualTo("CANCELLED");
        assertThat(enteredFor(first.orderId(), 6)).hasSize(6);
        assertThat(staff.post("/operator/actions", call.copy()).getJsonArray("actions"))
                .extracting(action -> ((JsonObject) action).getString("action"))
                .containsExactly(
                        "correctContact",
                        "newLinks",
                        "sendMailAgain ready-for-delivery",
                        "changeDelivery",
                        "changeDelivery",
                        "changeDelivery",
                        "cancelOrder");
    }

    @Test
    void aLostLinkIsMailedToItsOwnerAndToNobodyElse() {
        JsonObject form = order("B2C", "MX", 0).put("email", "ann.lost@example.com");
        long orderId = customer.post("/createOrder", form).getLong("orderId");
        JsonObject wrong = JsonObject.of("orderId", orderId, "email", "bob@example.com");
        JsonObject right = JsonObject.of("orderId", orderId, "email", "Ann.Lost@example.com");

        assertThat(customer.heard("/findOrder", wrong))
                .isEqualTo(customer.heard("/findOrder", right));

        assertThat(inbox.await("ann.lost@example.com", "enlace a tu pedido\\.")).isNotBlank();
    }

    /** The lines of the books, once there are so many. */
    private List<String> enteredFor(long orderId, int lines) {
        String query =
                "{ getLedger(orderId: %d) { entry account debit credit } }".formatted(orderId);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonArray ledger = ledger(query);
        while (ledger.size() < lines) {
            assertThat(System.nanoTime()).as("books: " + ledger).isLessThan(deadline);
            ledger = ledger(query);
        }
        return ledger.stream()
                .map(JsonObject.class::cast)
                .map(line -> "%s %s %d"
                        .formatted(
                                line.getString("entry"),
                                line.getString("account"),
                                line.getLong("debit") - line.getLong("credit")))
                .toList();
    }

    private JsonArray ledger(String query) {
        return staff.post("/database", new JsonObject().put("query", query))
                .getJsonObject("data")
                .getJsonArray("getLedger");
    }

    @Test
    void aWrongTotalIsRefusedAndNothingIsKept() {
        assertThat(customer.refused("/createOrder", order("B2C", "US", 0).put("totalPrice", 1)))
                .isEqualTo(422);
    }

    @Test
    void theSystemTestAgrees() {
        assertThat(Main.execute(
                        "system-test",
                        "--api",
                        ports.api(),
                        "--database",
                        ports.database(),
                        "--orders",
                        "60"))
                .isZero();
    }

    @Test
    void theLoadTestAgrees() {
        assertThat(Main.execute(
                        "load",
                        "--api",
                        ports.api(),
                        "--database",
                        ports.database(),
                        "--orders=40",
                        "--warmup=10",
                        "--concurrency=8",
                        "--segment=B2C/MX"))
                .isZero();
    }

    /** The order's row, whose status follows by an event, a little after the customer's page knows of it. */
    private JsonObject bookedRow(long orderId) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonObject row = row(orderId);
        while (!row.getString("status").equals("DELIVERY_BOOKED")) {
            assertThat(System.nanoTime()).as("status of " + row).isLessThan(deadline);
            row = row(orderId);
        }
        return row;
    }

    private JsonObject row(long orderId) {
        String query = "{ getOrder(id: %d) { status customerMarket deliveryTime testId } }"
                .formatted(orderId);
        return staff.post("/database", new JsonObject().put("query", query))
                .getJsonObject("data")
                .getJsonObject("getOrder");
    }

    private static JsonObject order(String type, String market, long orgNumber) {
        return new JsonObject()
                .put("name", "Ann O'Neill")
                .put("email", "ann@example.com")
                .put("phone", "321321321")
                .put("street", "Thisway 1")
                .put("city", "Thatplace")
                .put("customerType", type)
                .put("market", market)
                .put("products", "BB001,LB001")
                .put("totalPrice", 30000)
                .put("orgNumber", orgNumber);
    }

    private static Predicate<JsonObject> isAt(String status) {
        return page -> page.getString("status").equals(status);
    }

    private static List<String> steps(JsonObject page) {
        return page.getJsonArray("timeline").stream()
                .map(step -> ((JsonObject) step).getString("event"))
                .toList();
    }
}
