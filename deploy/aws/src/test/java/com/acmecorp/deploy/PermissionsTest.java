package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventType;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each service may do what it must, and nothing else. */
class PermissionsTest {

    static final List<String> CONTEXTS =
            ServiceSpec.ALL.stream().map(ServiceSpec::context).toList();

    /** Actions for which AWS knows no resources. */
    private static final List<String> FOR_ALL_RESOURCES = List.of(
            "ecr:GetAuthorizationToken", "xray:PutTelemetryRecords", "xray:PutTraceSegments");

    @Test
    void letsOnlyTheDatabaseContextPublish() {
        assertThat(CONTEXTS)
                .filteredOn(context -> !allowing(context, "events:").isEmpty())
                .containsExactly(ServiceSpec.DATABASE);
    }

    @Test
    void limitsPublishingToOurBusAndOurSources() {
        List<JsonNode> publishing = allowing(ServiceSpec.DATABASE, "events:PutEvents");

        assertThat(publishing).hasSize(1);
        assertThat(Template.texts(publishing.get(0).get("Action")))
                .containsExactly("events:PutEvents");
        assertThat(Template.referred(publishing.get(0).get("Resource"))
                        .get("Name")
                        .asText())
                .isEqualTo(Events.BUS);
        assertThat(Template.texts(publishing.get(0).at("/Condition/StringEquals/events:source")))
                .containsExactlyInAnyOrderElementsOf(Stream.of(EventType.values())
                        .map(EventType::source)
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("CONTEXTS")
    void letsAContextTakeFromItsOwnQueuesOnly(String context) {
        List<JsonNode> taking = allowing(context, "sqs:");

        assertThat(taking.stream().flatMap(statement -> queues(statement.get("Resource"))))
                .containsExactlyInAnyOrderElementsOf(Subscriptions.all().stream()
                        .map(Subscription::subscriber)
                        .filter(subscriber -> subscriber.startsWith(context + "."))
                        .map(subscriber -> "acme-" + subscriber.replace('.', '-'))
                        .toList());
        assertThat(taking)
                .allSatisfy(statement -> assertThat(Template.texts(statement.get("Action")))
                        .containsExactlyInAnyOrder(
                                "sqs:ReceiveMessage",
                                "sqs:DeleteMessage",
                                "sqs:ChangeMessageVisibility",
                                "sqs:GetQueueUrl",
                                "sqs:GetQueueAttributes"));
    }

    @Test
    void allowsNoWholeServiceAndHardlyAnythingOnAllResources() {
        for (JsonNode policy : Template.all("IAM::Policy")) {
            Template.each(policy.at("/PolicyDocument/Statement")).forEach(statement -> {
                assertThat(Template.texts(statement.get("Action")))
                        .noneMatch(action -> action.contains("*"));
                if (statement.get("Resource").asText().equals("*")) {
                    assertThat(FOR_ALL_RESOURCES)
                            .containsAll(Template.texts(statement.get("Action")));
                }
            });
        }
    }

    @Test
    void givesMailsLoginToTheEmailContextOnly() {
        assertThat(CONTEXTS)
                .filteredOn(context -> Template.jar(context).toString().contains("MailLoginArn"))
                .containsExactly(ServiceSpec.EMAIL);
    }

    @Test
    void givesEachPartysKeyToTheContextThatDealsWithIt() {
        Map<String, String> keys = Map.of(
                "order", "[payment]",
                "stock", "[stock, stockCallback]",
                "finance", "[finance]",
                "delivery", "[delivery]",
                "email", "[]",
                "database", "[]");
        assertThat(CONTEXTS)
                .allSatisfy(context -> assertThat(keysOf(context)).hasToString(keys.get(context)));
    }

    private static List<String> keysOf(String context) {
        return Template.each(Template.jar(context).get("Secrets"))
                .map(JsonNode::toString)
                .filter(secret -> secret.contains("PartyKeysArn"))
                .map(secret -> secret.replaceFirst(".*\":([A-Za-z]+)::\".*", "$1"))
                .sorted()
                .toList();
    }

    private static Stream<String> queues(JsonNode resources) {
        Stream<JsonNode> each =
                resources.isArray() ? Template.each(resources) : Stream.of(resources);
        return each.map(queue -> Template.referred(queue).get("QueueName").asText());
    }

    private static List<JsonNode> allowing(String context, String action) {
        return Template.statementsOf(context).stream()
                .filter(statement -> Template.texts(statement.get("Action")).stream()
                        .anyMatch(allowed -> allowed.startsWith(action)))
                .toList();
    }
}
