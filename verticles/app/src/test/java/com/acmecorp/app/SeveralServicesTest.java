package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.aws.testing.FakeCloud;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Each team runs its own service from the same jar, as {@code deploy/aws} does: they meet in EventBridge's queues and at
 * the database's HTTP API, nowhere else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class SeveralServicesTest {

    private static final String KEY = "the key of the private APIs";
    private static final String SECRET = "the secret of several services";

    /** Where the database is elsewhere, nothing is played and no test order taken unless somebody says so. */
    private static final Map<String, String> PLAYED = Map.of(
            "order.acceptTestOrders", "true",
            "order.paymentUrls", "Blank of America=sandbox,El Banco Blanco=sandbox",
            "stock.url", "sandbox",
            "finance.url", "sandbox",
            "delivery.url", "sandbox",
            "email.smtpHost", "sandbox");

    private final FakeCloud cloud = FakeCloud.fromTemplate();
    private final List<Acme> running = new ArrayList<>();
    private final Ports database = Ports.free();
    private final Ports order = Ports.free();
    private final Ports delivery = Ports.free();
    private final Path data;

    SeveralServicesTest(@TempDir(factory = InTarget.class) Path data) {
        this.data = data;
        PreparedDatabase.copyTo(data.resolve("database"));
    }

    @BeforeAll
    void open() {
        start("database", database, Map.of());
        Map<String, String> elsewhere = Map.of(
                "database.url", database.database(),
                "database.password", KEY,
                "email.shopUrl", order.api());
        start("order", order, elsewhere);
        start("delivery", delivery, elsewhere);
        for (String service : List.of("stock", "finance", "email")) {
            start(service, Ports.free(), elsewhere);
        }
    }

    @AfterAll
    void close() {
        running.reversed().forEach(Acme::stop);
        cloud.close();
    }

    @Test
    void takeAnOrderThroughAllItsSteps() throws Exception {
        Customer customer = new Customer(order.api());
        JsonObject receipt = customer.post(
                "/createOrder",
                JsonObject.of(
                        "name", "Ann O'Neill",
                        "email", "ann@example.com",
                        "phone", "321321321",
                        "street", "Thisway 1",
                        "city", "Thatplace",
                        "customerType", "B2C",
                        "market", "MX",
                        "products", "EX002",
                        "totalPrice", 50000,
                        "testId", 77));

        JsonObject page = customer.watch(
                Customer.Link.of(receipt.getString("trackingUrl")),
                status -> status.getString("status").equals("DELIVERY_BOOKED"));

        assertThat(page.getJsonArray("timeline")).hasSize(5);
    }

    @Test
    void offerOnlyTheirOwnCalls() {
        assertThat(new Customer(delivery.api())
                        .get("/deliveryTimes")
                        .getJsonArray("deliveryOptions"))
                .isNotEmpty();
        assertThat(new Customer(delivery.api()).refused("/createOrder", new JsonObject()))
                .isEqualTo(400);
    }

    /** With its door and its health, as each of them has. */
    private void start(String context, Ports ports, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(ports.settings(data.resolve(context)));
        settings.putAll(cloud.settings());
        settings.putAll(further);
        settings.putAll(PLAYED);
        settings.put("contexts", context + ",operations,web");
        settings.put("links.secret", SECRET);
        settings.put("http.privateKey", KEY);
        Configuration configuration = Configuration.read(List.of(), settings, Map.of());
        Acme acme = new Acme(configuration.app(), SECRET);
        running.add(acme);
        acme.start(configuration.contexts());
    }
}
