package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventType;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.event.ruler.Ruler;

import java.util.List;
import java.util.stream.Stream;

/** The rules and queues are the table of subscriptions, no more and no less. */
class EventRoutesTest {

    static List<Subscription> subscriptions() {
        return Subscriptions.all();
    }

    @Test
    void hasARuleForEachSubscriptionAndNoOther() {
        assertThat(Template.all("Events::Rule"))
                .extracting(rule -> rule.get("Name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        subscriptions().stream().map(Delivery::name).toList());
    }

    @Test
    void hasAQueueForEachSubscriptionAndItsDeadLetters() {
        Stream<String> names = subscriptions().stream()
                .map(Delivery::name)
                .flatMap(name -> Stream.of(name, name + "-dlq"));

        assertThat(Template.all("SQS::Queue"))
                .extracting(queue -> queue.get("QueueName").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names, Stream.of(Events.UNDELIVERABLE)).toList());
    }

    @ParameterizedTest
    @MethodSource("subscriptions")
    void bringsTheWholeEventToTheQueueOfTheSubscription(Subscription subscription) {
        JsonNode rule = rule(subscription);
        JsonNode target = rule.get("Targets").get(0);

        assertThat(rule.get("Targets")).hasSize(1);
        assertThat(Template.referred(rule.get("EventBusName")).get("Name").asText())
                .isEqualTo(Events.BUS);
        assertThat(Template.referred(target.get("Arn")).get("QueueName").asText())
                .isEqualTo(Delivery.name(subscription));
        assertThat(target.properties())
                .extracting(property -> property.getKey())
                .as("an input of its own would change the event")
                .containsExactlyInAnyOrder("Arn", "Id", "DeadLetterConfig", "RetryPolicy");
        assertThat(Template.referred(target.at("/DeadLetterConfig/Arn"))
                        .get("QueueName")
                        .asText())
                .isEqualTo(Events.UNDELIVERABLE);
        assertThat(target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt()).isEqualTo(86_400);
    }

    @ParameterizedTest
    @EnumSource
    void matchesExactlyTheSubscribersOfAnEvent(EventType type) {
        assertThat(matching(type, 0)).containsExactlyInAnyOrderElementsOf(names(type, false));
        assertThat(matching(type, 4711)).containsExactlyInAnyOrderElementsOf(names(type, true));
    }

    @ParameterizedTest
    @MethodSource("subscriptions")
    void givesUpAnEventAfterEightAttemptsAndKeepsIt(Subscription subscription) {
        JsonNode queue = queue(Delivery.name(subscription));
        JsonNode deadLetters = Template.referred(queue.at("/RedrivePolicy/deadLetterTargetArn"));

        assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(8);
        assertThat(deadLetters.get("QueueName").asText())
                .isEqualTo(Delivery.name(subscription) + "-dlq");
        assertThat(deadLetters.get("MessageRetentionPeriod").asInt())
                .isEqualTo(14 * 86_400)
                .isGreaterThan(queue.get("MessageRetentionPeriod").asInt());
    }

    @Test
    void letsOnlyItsOwnRuleWriteToAQueue() {
        for (Subscription subscription : subscriptions()) {
            assertThat(sendersTo(Delivery.name(subscription)))
                    .containsExactly(Delivery.name(subscription));
        }
    }

    private static List<String> sendersTo(String queue) {
        return Template.all("SQS::QueuePolicy").stream()
                .filter(policy -> Template.referred(policy.get("Queues").get(0))
                        .get("QueueName")
                        .asText()
                        .equals(queue))
                .flatMap(policy -> Template.each(policy.at("/PolicyDocument/Statement")))
                .filter(statement -> statement.get("Effect").asText().equals("Allow"))
                .map(statement -> statement.at("/Condition/ArnEquals/aws:SourceArn"))
                .map(rule -> Template.referred(rule).get("Name").asText())
                .toList();
    }

    private static List<String> names(EventType type, boolean testOrder) {
        return subscriptions().stream()
                .filter(subscription -> subscription.event() == type)
                .filter(subscription -> testOrder || !subscription.testOrdersOnly())
                .map(Delivery::name)
                .toList();
    }

    private static List<String> matching(EventType type, int testId) {
        String event = """
                {"source": "%s", "detail-type": "%s", "detail": {"metadata": {"testId": %d}}}
                """.formatted(type.source(), type.wireName(), testId);
        return Template.all("Events::Rule").stream()
                .filter(rule -> matches(rule.get("EventPattern").toString(), event))
                .map(rule -> rule.get("Name").asText())
                .toList();
    }

    private static boolean matches(String pattern, String event) {
        try {
            return Ruler.matchesRule(event, pattern);
        } catch (Exception e) {
            throw new AssertionError(pattern, e);
        }
    }

    private static JsonNode rule(Subscription subscription) {
        return Template.all("Events::Rule").stream()
                .filter(rule -> rule.get("Name").asText().equals(Delivery.name(subscription)))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode queue(String name) {
        return Template.all("SQS::Queue").stream()
                .filter(queue -> queue.get("QueueName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
