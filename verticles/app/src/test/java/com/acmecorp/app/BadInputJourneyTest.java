package com.acmecorp.app;

import static com.acmecorp.app.SampleCall.order;
import static com.acmecorp.app.SampleCall.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.Customer.Link;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Bad input at every call of the whole system: each gets a problem that says what to do and names the field, and the
 * database has the same rows afterwards. How many forms of bad there are, web's own BadInputTest tells.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class BadInputJourneyTest {

    private static final String LARGE = "{\"name\":\"" + "x".repeat(2_000_000) + "\"}";

    private static final List<String> PROGRAMS = List.of(
            "'; DROP TABLE orders; --",
            "\" OR \"\"=\"",
            "{ __schema { types { name } } }",
            "\") { orderId } }",
            "<script>alert(1)</script>",
            "${jndi:ldap://example.com}");

    /** What no field of any call takes. */
    private static final List<Object> WRONG =
            List.of("x".repeat(2_001), "", "BB001\n", "a\u0007", true, List.of());

    /** Fields that hold what people and places are called, and what people say, be it a program. */
    private static final Set<String> ANY_LINE =
            Set.of("name", "street", "city", "operator", "reason");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Ports ports = Ports.free();
    private final Customer customer = new Customer(ports.api());
    private final Customer staff = new Customer(ports.database());
    private final Acme acme;
    private final Configuration configuration;
    private Link delivery = new Link(0, "");
    private JsonObject written = new JsonObject();

    BadInputJourneyTest(@TempDir(factory = WithDatabase.class) Path data) {
        configuration = Configuration.read(List.of(), ports.settings(data), Map.of());
        acme = new Acme(configuration.app(), "the secret of this journey");
    }

    /** One good order, whose journey goes as far as it goes without its customer. */
    @BeforeAll
    void open() throws Exception {
        acme.start(configuration.contexts());
        JsonObject receipt = customer.post("/createOrder", order());
        JsonObject page = customer.watchOwn(receipt, status -> status.containsKey("deliveryUrl"));
        delivery = Link.of(page.getString("deliveryUrl"));
        JsonObject settled = new JsonObject()
                .put("orders", 1)
                .put("events", 4)
                .put("eventsDispatched", 4)
                .put("ledgerEntries", 1)
                .put("emails", 2);
        do {
            written = audit();
        } while (!written.equals(settled));
    }

    @AfterAll
    void close() {
        acme.stop();
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(audit()).isEqualTo(written);
        assertThat(staff.post("", query("{ getBacklog { undispatched retrying dead } }"))
                        .encode())
                .contains("\"undispatched\":0,\"retrying\":0,\"dead\":0");
    }

    /** Customers' orders have the test id 0, and so would those that bad input makes. */
    private JsonObject audit() {
        return staff.post(
                        "",
                        query(
                                "{ getTestAudit(testId: 0) { orders events eventsDispatched ledgerEntries emails } }"))
                .getJsonObject("data")
                .getJsonObject("getTestAudit");
    }

    static Stream<SampleCall> calls() {
        return SampleCall.all();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesABodyThatIsNoJsonObject(SampleCall call) {
        for (String body : List.of("", "hello", "{", "[]", "null", "{\"a\":1,\"a\":2}", "{}{}")) {
            problem(400, send(call, body));
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesWhatIsNoPostOfJsonOrTooLarge(SampleCall call) {
        String good = call.body().encode();
        problem(405, send(request(call).method("PUT", BodyPublishers.ofString(good))));
        problem(405, send(request(call).GET()));
        problem(
                415,
                send(HttpRequest.newBuilder(uri(call))
                        .header("content-type", "text/plain")
                        .POST(BodyPublishers.ofString(good))));
        problem(413, send(call, LARGE));
        BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString(LARGE));
        problem(413, send(request(call).POST(chunked)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesEveryFieldThatIsMissingOrWrong(SampleCall call) {
        for (String field : call.fields().fieldNames()) {
            for (Object wrong : wrong(call, field)) {
                named(
                        call.inside() + field,
                        400,
                        send(call, call.with(field, wrong).encode()));
            }
            if (!List.of("phone", "street", "city", "deliveryTime").contains(field)
                    || !call.path().equals("/email")) {
                named(call.inside() + field, 400, send(call, call.without(field).encode()));
            }
        }
    }

    private static List<Object> wrong(SampleCall call, String field) {
        if (call.path().equals("/database")) {
            return List.of(true, List.of());
        }
        return Stream.concat(
                        WRONG.stream(),
                        ANY_LINE.contains(field) ? Stream.empty() : PROGRAMS.stream())
                .toList();
    }

    /** Nothing comes of it but an order, and of that nothing but what was typed. */
    @Test
    void takesAProgramForAName() {
        for (int i = 0; i < PROGRAMS.size(); i++) {
            String program = PROGRAMS.get(i);
            long testId = 7_100L + i;
            customer.post(
                    "/createOrder",
                    order().put("testId", testId)
                            .put("name", program)
                            .put("street", program)
                            .put("city", program));

            JsonObject order = awaitBooked(testId);
            assertThat(List.of(
                            order.getString("customerName"),
                            order.getString("customerStreet"),
                            order.getString("customerCity")))
                    .containsOnly(program);
        }
    }

    private JsonObject awaitBooked(long testId) {
        JsonObject asked = query(
                "{ getAllTestOrders(testId: %d) { status customerName customerStreet customerCity } }"
                        .formatted(testId));
        JsonArray orders;
        do {
            orders = staff.post("", asked).getJsonObject("data").getJsonArray("getAllTestOrders");
        } while (orders.stream()
                .noneMatch(order ->
                        ((JsonObject) order).getString("status").equals("DELIVERY_BOOKED")));
        assertThat(orders).hasSize(1);
        return orders.getJsonObject(0);
    }

    @ParameterizedTest
    @CsvSource({
        "products, 'BB001,ZZ999', products, 422",
        "totalPrice, 1, totalPrice, 422",
        "market, CA, market, 422",
        "customerType, C2C, customerType, 422",
        "customerType, B2B, orgNumber, 422",
        "orgNumber, 12345, orgNumber, 422",
        "orgNumber, 12-34, orgNumber, 422",
        "orgNumber, 123456789012345678901, orgNumber, 400",
    })
    void refusesOrdersThatAcmeDoesNotTake(String field, String value, String named, int status) {
        Object wrong = field.equals("totalPrice") ? Integer.valueOf(value) : value;
        for (SampleCall call :
                List.of(SampleCall.of("/createOrder"), SampleCall.of("/placeOrder"))) {
            String inside = status == 400 ? call.inside() : "";
            named(inside + named, status, send(call, call.with(field, wrong).encode()));
        }
    }

    @Test
    void refusesOrdersThatAcmeDoesNotHave() {
        calls().filter(call -> List.of(
                                "/updateOrderStatus",
                                "/stock",
                                "/finance",
                                "/email",
                                "/operator/correctContact",
                                "/operator/newLinks",
                                "/operator/sendMailAgain",
                                "/operator/changeDelivery",
                                "/operator/cancelOrder")
                        .contains(call.path()))
                .forEach(call -> named("orderId", 404, send(call, call.body().encode())));
        calls().filter(call -> call.fields().containsKey("token"))
                .forEach(call -> problem(403, send(call, call.body().encode())));
    }

    @Test
    void refusesDeliveriesAtNoTimeOnOffer() {
        SampleCall call = SampleCall.of("/bookDelivery");

        named(
                "deliveryTime",
                422,
                send(call, delivery.with("deliveryTime", "1767286800001").encode()));
    }

    @Test
    void refusesWhatTheDatabaseCannotKeep() {
        SampleCall database = SampleCall.of("/database");
        for (String wrong :
                List.of("{ getOrder(", "{ nope }", "{ getOrder(id: \"1; DROP\") { orderId } }")) {
            problem(400, send(database, query(wrong).encode()));
        }
        JsonObject order = order().put("orgNumber", 123_456).put("testId", 0);
        for (String field : order.fieldNames()) {
            Object wrong = order.getValue(field) instanceof Number ? -1 : "two\nlines";
            JsonObject body = query(placeOrder()).put("variables", order.copy().put(field, wrong));
            named(field, 422, send(database, body.encode()));
        }
    }

    private static String placeOrder() {
        return """
                mutation($name: String!, $email: String!, $phone: String!, $street: String!, $city: String!,
                    $customerType: String!, $market: String!, $products: String!, $totalPrice: Long!,
                    $orgNumber: BigInteger, $testId: Long) {
                  placeOrder(name: $name, email: $email, phone: $phone, street: $street, city: $city,
                    customerType: $customerType, market: $market, products: $products, totalPrice: $totalPrice,
                    orgNumber: $orgNumber, testId: $testId) { orderId }
                }""";
    }

    private void named(String field, int status, HttpResponse<String> answer) {
        JsonArray errors = problem(status, answer).getJsonArray("errors", new JsonArray());
        assertThat(errors.stream().map(error -> ((JsonObject) error).getString("field")))
                .as(answer.body())
                .contains(field);
    }

    private static JsonObject problem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail"))
                .isNotBlank()
                .doesNotContain("Exception", "com.acmecorp");
        return problem;
    }

    private HttpResponse<String> send(SampleCall call, String body) {
        return send(request(call).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(SampleCall call) {
        return HttpRequest.newBuilder(uri(call)).header("content-type", "application/json");
    }

    private URI uri(SampleCall call) {
        return URI.create(
                call.isPublic()
                        ? ports.api() + call.path()
                        : ports.database().replace("/database", call.path()));
    }
}
