package com.acmecorp.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.problem.Problem.FieldError;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

class ApiDocumentTest {

    static final List<String> DOCUMENTS = OpenApiFiles.ALL;
    private static final ApiFiles FILES = new ApiFiles();
    private static final Set<String> TYPED = Set.of(
            "name",
            "email",
            "phone",
            "street",
            "city",
            "state",
            "postalCode",
            "orgNumber",
            "reason",
            "operator");
    private static final String BASE = "app://acme/";

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void isValidOpenApi(String file) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            OutputUnit verdict = OpenAPIVersion.V3_1
                    .getRepository(vertx, BASE)
                    .compose(openApi -> OpenAPIVersion.V3_1.validateContract(
                            vertx, openApi, OpenApiFiles.read(file)))
                    .await();

            verdict.checkValidity();
        } finally {
            vertx.close().await();
        }
    }

    @Test
    void promisesTheCallsOfTheContract() {
        assertThat(calls("public.yaml"))
                .containsExactlyInAnyOrder(
                        "POST /createOrder",
                        "POST /orderOutcome",
                        "GET /deliveryTimes",
                        "POST /bookDelivery",
                        "POST /cancelOrder",
                        "POST /findOrder",
                        "GET /products",
                        "POST /orderStatus",
                        "POST /stockDelivered");
        assertThat(calls("private.yaml"))
                .containsExactlyInAnyOrder(
                        "POST /database",
                        "POST /placeOrder",
                        "POST /updateOrderStatus",
                        "POST /settleRefund",
                        "POST /askRefundAgain",
                        "POST /stock",
                        "POST /goodsReturned",
                        "POST /finance",
                        "POST /email",
                        "POST /operator/correctContact",
                        "POST /operator/newLinks",
                        "POST /operator/sendMailAgain",
                        "POST /operator/changeDelivery",
                        "POST /operator/cancelOrder",
                        "POST /operator/actions",
                        "GET /inbox/mails",
                        "GET /dev/mail",
                        "GET /alerts",
                        "GET /metrics",
                        "GET /deadLetters",
                        "POST /replay",
                        "GET /replays/{id}",
                        "GET /health",
                        "GET /health/live",
                        "GET /health/ready");
    }

    private static Stream<String> calls(String file) {
        return FILES.document(file).operations().stream()
                .map(operation -> operation.method() + " " + operation.path());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void takesItsOwnExamples(OpenApiFiles.Example example) {
        assertThat(faults(rule(example.operationId()), example.body())).isEmpty();
    }

    /**
     * Two readings of one document, ours and that of Vert.x, which is slower but was made by
     * others.
     */
    @ParameterizedTest
    @MethodSource("examples")
    void judgesLikeTheValidatorOfVertx(OpenApiFiles.Example example) {
        Rule ours = rule(example.operationId());
        Validator theirs = validator(example);

        assertThat(Mutations.of(example.body()))
                .filteredOn(mutant -> ours.accepts(read(mutant).getMap())
                        != theirs.validate(mutant).getValid())
                .filteredOn(mutant -> !isOnlyTyped(faults(ours, mutant)))
                .isEmpty();
    }

    /** Of the form of what people type, a validator of schemas knows nothing. */
    private static boolean isOnlyTyped(List<FieldError> faults) {
        return !faults.isEmpty()
                && faults.stream()
                        .map(fault -> fault.field().replaceFirst(".*\\.", ""))
                        .allMatch(TYPED::contains);
    }

    @Test
    void namesEveryFieldAtFaultWithASentence() {
        JsonObject order = new JsonObject("""
                {"name": "", "email": "nobody", "phone": 1, "street": "%s", "customerType": "b2c", "market": "USA",
                 "products": "BB001;", "totalPrice": 300.5, "testId": -1, "orgNumber": "12/34", "discount": 100}""".formatted("x".repeat(201)));

        assertThat(faults(rule("createOrder"), order))
                .containsExactlyInAnyOrder(
                        new FieldError("city", "city is missing."),
                        new FieldError("name", "name must not be empty."),
                        new FieldError(
                                "email",
                                "email must be an e-mail address such as ann@example.com."),
                        new FieldError("phone", "phone must be a text."),
                        new FieldError(
                                "street", "street must have at most 200 characters, not 201."),
                        new FieldError(
                                "customerType",
                                "customerType must be a customer type such as B2C."),
                        new FieldError(
                                "market",
                                "market must be the two capital letters of a country such as US."),
                        new FieldError(
                                "products",
                                "products must be SKUs with commas between such as BB001,LB001."),
                        new FieldError("totalPrice", "totalPrice must be a whole number."),
                        new FieldError("testId", "testId must not be less than 0."),
                        new FieldError("orgNumber", "orgNumber must be 6 to 20 digits."),
                        new FieldError(
                                "discount",
                                "discount isn't known here; the fields are city, customerType, email, language, market, name, "
                                        + "orgNumber, phone, postalCode, products, state, street, testId and totalPrice."));
    }

    @Test
    void looksIntoEnvelopes() {
        assertThat(faults(rule("stock"), JsonObject.of("detail", JsonObject.of("orderId", "x"))))
                .containsExactly(new FieldError(
                        "detail.orderId", "detail.orderId must be the number of an order."));
        assertThat(faults(rule("updateOrderStatus"), JsonObject.of("detail", 1)))
                .containsExactlyInAnyOrder(
                        new FieldError("detail-type", "detail-type is missing."),
                        new FieldError("detail", "detail must be a JSON object."));
        assertThat(faults(
                        rule("updateOrderStatus"),
                        JsonObject.of("orderId", 1, "transaction", "OrderPlaced")))
                .containsExactly(new FieldError(
                        "transaction", "transaction must be StockCreated or DeliveryBooked."));
    }

    @Test
    void takesNamesAndAddressesOfManyCountries() {
        Rule rule = rule("createOrder");
        JsonObject order =
                OpenApiFiles.examples("public.yaml").findFirst().orElseThrow().body();

        assertThat(List.of(
                        "O'Brien",
                        "Seán Ó Súilleabháin",
                        "Jean-Luc d’Arc",
                        "María José (Pepa) Núñez",
                        "李小龍",
                        "St. John's",
                        "AT&T",
                        "Ann Smith, Jr.",
                        "'s-Hertogenbosch",
                        "Åse Ødegård"))
                .allSatisfy(name -> assertThat(
                                faults(rule, order.copy().put("name", name).put("city", name)))
                        .isEmpty());
        assertThat(List.of(
                        "Av. José # 12, 3º B",
                        "1234 Main St. Apt. 5/6",
                        "#7 Calle Ñ",
                        "221B Baker Street"))
                .allSatisfy(street -> assertThat(faults(rule, order.copy().put("street", street)))
                        .isEmpty());
        assertThat(List.of(
                        "+52 (55) 1234-5678",
                        "321321321",
                        "555.010.9999 x123",
                        "(555) 010-9999 ext. 7"))
                .allSatisfy(phone -> assertThat(faults(rule, order.copy().put("phone", phone)))
                        .isEmpty());
        assertThat(List.of("o'brien@example.com", "ann+plants@mail.example.co.uk", "a@b.mx"))
                .allSatisfy(email -> assertThat(faults(rule, order.copy().put("email", email)))
                        .isEmpty());
    }

    @Test
    void takesALongBasketWithoutStumbling() {
        JsonObject order = OpenApiFiles.examples("public.yaml")
                .findFirst()
                .orElseThrow()
                .body()
                .copy();

        assertThat(faults(rule("createOrder"), order.put("products", "A,".repeat(999) + "A")))
                .isEmpty();
        assertThat(faults(rule("createOrder"), order.put("products", "A,".repeat(1_000))))
                .isNotEmpty();
    }

    @Test
    void refusesAPromiseThatItDoesNotUnderstand() {
        Node schema = new Node(
                new ApiFiles(), "test.yaml", Map.of("type", "string", "contentEncoding", "base64"));

        assertThatThrownBy(() -> Schema.compile(schema))
                .hasMessageContaining("contentEncoding isn't understood");
    }

    @Test
    void refusesAParameterThatItWouldNotCheck() {
        assertThatThrownBy(() -> operationWith(Map.of("in", "cookie", "name", "id")))
                .hasMessageContaining("only headers, paths and queries are checked");
        assertThatThrownBy(() -> operationWith(Map.of("in", "header", "required", true)))
                .hasMessageContaining("only optional headers are checked");
    }

    private static ApiDocument operationWith(Map<String, Object> parameter) {
        Map<String, Object> get = Map.of("operationId", "any", "parameters", List.of(parameter));
        Map<String, Object> paths = Map.of("/any", Map.of("get", get));
        return ApiDocument.of(new Node(new ApiFiles(), "test.yaml", Map.of("paths", paths)));
    }

    @ParameterizedTest
    @CsvSource({
        "0s, true",
        "9s, true",
        "29s, true",
        "30s, true",
        "31s, false",
        "99s, false",
        "0ms, true",
        "500ms, true",
        "29999ms, true",
        "30000ms, true",
        "30001ms, false",
        "10, false",
        "-1s, false",
        "1.5s, false",
        "1m, false",
        "'', false",
    })
    void waitsThirtySecondsAtMost(String wait, boolean accepted) {
        assertThat(operation("inbox.mail")
                        .parameters()
                        .orElseThrow()
                        .accepts(Map.of("to", "sam@example.com", "wait", wait)))
                .isEqualTo(accepted);
    }

    @Test
    void knowsTheMethodOfEachCall() {
        assertThat(FILES.document("public.yaml").operations())
                .filteredOn(operation -> operation.method().equals(HttpMethod.GET))
                .allMatch(operation -> operation.body().isEmpty());
    }

    static Stream<OpenApiFiles.Example> examples() {
        return DOCUMENTS.stream().flatMap(OpenApiFiles::examples);
    }

    private static Rule rule(String operationId) {
        return operation(operationId).body().orElseThrow();
    }

    private static ApiOperation operation(String id) {
        return DOCUMENTS.stream()
                .flatMap(file -> FILES.document(file).operations().stream())
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<FieldError> faults(Rule rule, JsonObject body) {
        Faults faults = new Faults();
        rule.check("", read(body).getMap(), faults);
        return faults.errors();
    }

    private static JsonObject read(JsonObject body) {
        return StrictJson.object(body.toBuffer());
    }

    private static Validator validator(OpenApiFiles.Example example) {
        SchemaRepository repository = SchemaRepository.create(
                new JsonSchemaOptions().setDraft(Draft.DRAFT202012).setBaseUri(BASE));
        DOCUMENTS.forEach(file ->
                repository.dereference(BASE + file, JsonSchema.of(OpenApiFiles.read(file))));
        return DOCUMENTS.stream()
                .map(file -> "%s%s#/paths/%s/post/requestBody/content/application~1json/schema"
                        .formatted(BASE, file, example.path().replace("/", "~1")))
                .filter(pointer -> repository.find(pointer) != null)
                .map(repository::validator)
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseThrow();
    }
}
