package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

/** Nothing fails without somebody being told. */
class WatchTest {

    static final List<String> CONTEXTS = PermissionsTest.CONTEXTS;

    static List<Subscription> subscriptions() {
        return Subscriptions.all();
    }

    @Test
    void tellsSomebodyWheneverAnAlarmRingsAndWhenItIsOver() {
        assertThat(Template.all("CloudWatch::Alarm")).isNotEmpty().allSatisfy(alarm -> {
            assertThat(topics(alarm.path("AlarmActions"))).hasSize(1);
            assertThat(topics(alarm.path("OKActions"))).hasSize(1);
            assertThat(alarm.get("AlarmDescription").asText()).isNotBlank();
        });
        assertThat(Template.all("SNS::Subscription"))
                .extracting(
                        subscription -> subscription.get("Endpoint").get("Ref").asText())
                .containsExactly("AlertEmail");
    }

    @Test
    void letsAlarmsReachTheTopic() {
        assertThat(Template.all("SNS::TopicPolicy").stream()
                        .flatMap(policy -> Template.each(policy.at("/PolicyDocument/Statement")))
                        .filter(statement -> statement.get("Effect").asText().equals("Allow")))
                .extracting(statement -> statement.at("/Principal/Service").asText())
                .containsExactly("cloudwatch.amazonaws.com");
    }

    @ParameterizedTest
    @MethodSource("subscriptions")
    void watchesEachSubscription(Subscription subscription) {
        String name = "acme-" + subscription.subscriber();
        String queue = Delivery.name(subscription);

        assertThat(alarm(name + "-failed").toString())
                .contains(
                        "FailedInvocations",
                        "InvocationsFailedToBeSentToDlq",
                        queue,
                        "EventBusName");
        assertThat(alarm(name + "-oldest").toString())
                .contains("ApproximateAgeOfOldestMessage", queue);
        assertThat(alarm(name + "-dead").toString())
                .contains("ApproximateNumberOfMessagesVisible", queue + "-dlq");
    }

    @ParameterizedTest
    @FieldSource("CONTEXTS")
    void watchesEachService(String context) {
        assertThat(alarm("acme-" + context + "-tasks").get("TreatMissingData").asText())
                .as("a service that says nothing doesn't run")
                .isEqualTo("breaching");
        assertThat(alarm("acme-" + context + "-errors").get("Threshold").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "put-events-failed",
                "event-latency",
                "undeliverable",
                "order-5xx",
                "delivery-5xx",
                "door-5xx",
                "database-capacity",
                "database-commit",
                "database-lag"
            })
    void watchesWhatAllShare(String name) {
        assertThat(alarm("acme-" + name).has("Threshold")).isTrue();
    }

    private static Stream<String> topics(JsonNode actions) {
        return Template.each(actions)
                .map(Template::idOf)
                .filter(Template.resources("SNS::Topic")::containsKey);
    }

    private static JsonNode alarm(String name) {
        return Template.all("CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.get("AlarmName").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no alarm " + name));
    }
}
