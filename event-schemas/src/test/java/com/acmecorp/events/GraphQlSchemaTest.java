package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract's table of the GraphQL API: names never change, numbers are wide. */
class GraphQlSchemaTest {

    private static final TypeDefinitionRegistry SCHEMA = new SchemaParser().parse(text());

    private static Reader text() {
        return new InputStreamReader(
                Objects.requireNonNull(EventJson.class.getResourceAsStream("/acme.graphqls")),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Query    | getOrder               | id: Long!     | Order",
                "Query    | getAllTestOrders       | testId: Long!, after: Long, limit: Int | [Order!]!",
                "Query    | getOrderLegacy         | ''            | String",
                "Mutation | updateOrderStatus      | id: Long!, status: OrderStatus! | Order!",
                "Mutation | addDeliveryDataToOrder | deliveryData: DeliveryData!     | String!"
            })
    void hasTheContractsFields(String type, String name, String arguments, String answer) {
        FieldDefinition field = field(type, name);

        assertThat(printed(field.getInputValueDefinitions())).isEqualTo(arguments);
        assertThat(AstPrinter.printAst(field.getType())).isEqualTo(answer);
    }

    @Test
    void placesAnOrderByTheContractsArguments() {
        FieldDefinition field = field("Mutation", "placeOrder");

        assertThat(AstPrinter.printAst(field.getType())).isEqualTo("Order!");
        assertThat(printed(field.getInputValueDefinitions()))
                .contains("name: String!, email: String!, phone: String!, street: String!,"
                        + " city: String!, customerType: String!, market: String!, products:"
                        + " String!, totalPrice: Long!, orgNumber: BigInteger, testId: Long");
    }

    @Test
    void asksForNothingThatTheContractDoesNotName() {
        List<String> needed = field("Mutation", "placeOrder").getInputValueDefinitions().stream()
                .filter(argument -> AstPrinter.printAst(argument.getType()).endsWith("!"))
                .map(NamedNode::getName)
                .toList();

        assertThat(needed)
                .containsExactly(
                        "name",
                        "email",
                        "phone",
                        "street",
                        "city",
                        "customerType",
                        "market",
                        "products",
                        "totalPrice");
        assertThat(printed(inputs("DeliveryData")))
                .startsWith("orderId: Long!, deliveryTime: String!, capacity: Int");
        assertThat(inputs("DeliveryData"))
                .filteredOn(input -> AstPrinter.printAst(input.getType()).endsWith("!"))
                .extracting(NamedNode::getName)
                .containsExactly("orderId", "deliveryTime");
    }

    @ParameterizedTest
    @CsvSource({
        "orderId, Long!", "customerName, String!", "customerEmail, String!",
        "customerPhone, String!", "customerStreet, String!", "customerCity, String!",
        "customerType, String!", "customerMarket, String!", "orderedProducts, String!",
        "totalPrice, Long!", "deliveryTime, String", "status, OrderStatus!",
        "orgNumber, BigInteger", "testId, Long!", "deliveryDate, DeliveryDate"
    })
    void anOrderHasTheContractsFields(String name, String type) {
        assertThat(AstPrinter.printAst(field("Order", name).getType())).isEqualTo(type);
    }

    @Test
    void nestsTheDeliveryDateAsTheContractDoes() {
        assertThat(AstPrinter.printAst(field("DeliveryDate", "deliveryDate").getType()))
                .isEqualTo("String");
    }

    @Test
    void ordersMoveThroughThreeStatusesOrAreCancelled() {
        assertThat(type("OrderStatus", EnumTypeDefinition.class).getEnumValueDefinitions())
                .extracting(EnumValueDefinition::getName)
                .containsExactly("PLACED", "STOCKED", "DELIVERY_BOOKED", "CANCELLED");
    }

    @Test
    void deprecatesTheLegacyQuery() {
        assertThat(field("Query", "getOrderLegacy").hasDirective("deprecated")).isTrue();
    }

    /** Ids pass 2^31, and so do amounts of money; what we count ourselves does not. */
    @Test
    void usesIntOnlyForWhatStaysSmall() {
        assertThat(everyNameOfType("Int"))
                .containsOnly(
                        "count",
                        "booked",
                        "capacity",
                        "changeCutoffHours",
                        "limit",
                        "attempts",
                        "leaseMs");
    }

    /** What a request may ask for is reckoned with it. */
    @Test
    void saysOfEachListHowLongItMayBe() {
        assertThat(SCHEMA.getTypes(ObjectTypeDefinition.class).stream()
                        .flatMap(object -> object.getFieldDefinitions().stream())
                        .filter(field -> AstPrinter.printAst(field.getType()).startsWith("[")))
                .isNotEmpty()
                .allMatch(field -> field.hasDirective("rows"));
    }

    /** Else a request could ask for it under many names, and for little of each. */
    @Test
    void saysOfEachQueryForManyRowsWhatItReads() {
        Set<String> oneOrder = Set.of("id", "orderId", "key", "idempotency");

        assertThat(SCHEMA
                        .getType("Query", ObjectTypeDefinition.class)
                        .orElseThrow()
                        .getFieldDefinitions()
                        .stream()
                        .filter(field -> !field.getName().equals("getOrderLegacy"))
                        .filter(field -> field.getInputValueDefinitions().stream()
                                .map(InputValueDefinition::getName)
                                .noneMatch(oneOrder::contains)))
                .hasSizeGreaterThan(10)
                .allMatch(field -> field.hasDirective("rows") || field.hasDirective("reads"));
    }

    @Test
    void declaresTheWideScalars() {
        assertThat(SCHEMA.scalars()).containsKeys("Long", "BigInteger");
    }

    private static Stream<String> everyNameOfType(String type) {
        Stream<FieldDefinition> fields = SCHEMA.getTypes(ObjectTypeDefinition.class).stream()
                .flatMap(object -> object.getFieldDefinitions().stream());
        Stream<InputValueDefinition> inputs =
                SCHEMA.getTypes(InputObjectTypeDefinition.class).stream()
                        .flatMap(input -> input.getInputValueDefinitions().stream());
        return Stream.concat(
                fields.flatMap(field -> namesOfType(field, type)),
                inputs.flatMap(input -> nameOfType(input.getName(), input.getType(), type)));
    }

    private static Stream<String> namesOfType(FieldDefinition field, String type) {
        return Stream.concat(
                nameOfType(field.getName(), field.getType(), type),
                field.getInputValueDefinitions().stream()
                        .flatMap(input -> nameOfType(input.getName(), input.getType(), type)));
    }

    private static Stream<String> nameOfType(String name, Type<?> type, String wanted) {
        return AstPrinter.printAst(type).replaceAll("[\\[\\]!]", "").equals(wanted)
                ? Stream.of(name)
                : Stream.empty();
    }

    private static <T extends TypeDefinition<T>> T type(String name, Class<T> kind) {
        return SCHEMA.getType(name, kind).orElseThrow();
    }

    private static FieldDefinition field(String type, String name) {
        return type(type, ObjectTypeDefinition.class).getFieldDefinitions().stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<InputValueDefinition> inputs(String type) {
        return type(type, InputObjectTypeDefinition.class).getInputValueDefinitions();
    }

    private static String printed(List<InputValueDefinition> arguments) {
        return arguments.stream()
                .map(argument ->
                        argument.getName() + ": " + AstPrinter.printAst(argument.getType()))
                .collect(Collectors.joining(", "));
    }
}
