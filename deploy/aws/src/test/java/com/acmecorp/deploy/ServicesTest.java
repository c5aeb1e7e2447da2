package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The services' settings, secrets and manners of coming and going. */
class ServicesTest {

    static final List<String> CONTEXTS = PermissionsTest.CONTEXTS;

    private static final JsonNode FILE = Template.json(Template.ROOT.resolve("conf/aws.json"));

    @ParameterizedTest
    @FieldSource("CONTEXTS")
    void setsNothingThatTheDocsDoNotKnow(String context) throws IOException {
        List<String> known;
        try (Stream<String> lines = Files.lines(Template.ROOT.resolve("docs/configuration.md"))) {
            known = lines.filter(line -> line.startsWith("| `"))
                    .map(line -> variable(line.substring(3, line.indexOf('`', 3))))
                    .toList();
        }

        assertThat(Stream.concat(names(context, "Environment"), names(context, "Secrets")))
                .filteredOn(name -> !name.startsWith("OTEL_"))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void namesSettingsInTheFileAsTheyAreNamedElsewhere() {
        FILE.properties().forEach(part -> {
            assertThat(part.getKey()).matches("[a-z]+");
            assertThat(part.getValue().properties())
                    .isNotEmpty()
                    .allSatisfy(setting -> assertThat(setting.getKey()).matches("[a-z][A-Za-z]+"))
                    .allSatisfy(setting ->
                            assertThat(setting.getValue().isValueNode()).isTrue());
        });
    }

    @ParameterizedTest
    @FieldSource("CONTEXTS")
    void saysNothingTwice(String context) {
        Stream<String> inFile = FILE.properties().stream()
                .flatMap(part -> part.getValue().properties().stream()
                        .map(setting -> variable(part.getKey() + "." + setting.getKey())));

        assertThat(names(context, "Environment")).doesNotContainAnyElementsOf(inFile.toList());
    }

    @Test
    void agreesWithTheFileAboutBusAndQueues() {
        assertThat(FILE.at("/eventbridge/bus").asText()).isEqualTo(Events.BUS);
        assertThat(Template.all("SQS::Queue"))
                .extracting(queue -> queue.get("QueueName").asText())
                .allMatch(name -> name.startsWith(FILE.at("/sqs/queuePrefix").asText()));
    }

    @ParameterizedTest
    @FieldSource("CONTEXTS")
    void takesSecretsFromSecretsManagerOnly(String context) {
        assertThat(names(context, "Environment"))
                .noneMatch(name -> name.matches(".*(KEY|SECRET|PASSWORD|USER|TOKEN).*"));
        assertThat(Template.jar(context).get("Secrets"))
                .allSatisfy(secret -> assertThat(secret.has("ValueFrom")).isTrue());
        assertThat(Template.content().toString()).doesNotContain("resolve:secretsmanager");
    }

    @ParameterizedTest
    @FieldSource("CONTEXTS")
    void runsItsContextAndLetsItFinish(String context) {
        assertThat(Template.jar(context).get("Environment")).anySatisfy(variable -> {
            assertThat(variable.get("Name").asText()).isEqualTo("ACME_CONTEXTS");
            assertThat(variable.get("Value").asText()).isEqualTo(context + ",operations,web");
        });
        assertThat(Template.jar(context).get("StopTimeout").asInt()).isEqualTo(30);
    }

    @Test
    void keepsSilentConnectionsLongerThanTheLoadBalancer() {
        JsonNode idle = Template.each(Template.all("ElasticLoadBalancingV2::LoadBalancer")
                        .get(0)
                        .get("LoadBalancerAttributes"))
                .filter(attribute ->
                        attribute.get("Key").asText().equals("idle_timeout.timeout_seconds"))
                .findFirst()
                .orElseThrow();

        assertThat(FILE.at("/http/idleTimeoutSeconds").asInt())
                .as("else the load balancer sends requests into connections that are closing")
                .isGreaterThan(idle.get("Value").asInt());
    }

    @Test
    void goesBackWhenADeploymentFails() {
        assertThat(Template.all("ECS::Service")).hasSameSizeAs(CONTEXTS).allSatisfy(service -> {
            JsonNode deployment = service.get("DeploymentConfiguration");
            assertThat(deployment.at("/DeploymentCircuitBreaker/Rollback").asBoolean())
                    .isTrue();
            assertThat(deployment.at("/Alarms/Rollback").asBoolean()).isTrue();
            assertThat(deployment.at("/Alarms/AlarmNames")).isNotEmpty();
        });
    }

    @Test
    void startsNoServiceBeforeWhatItNeeds() {
        String database = idOfService(ServiceSpec.DATABASE);
        Template.resources("ECS::Service").forEach((id, service) -> {
            List<String> before = Template.texts(service.get("DependsOn"));
            assertThat(before)
                    .containsAll(Template.resources("EC2::VPCEndpoint").keySet())
                    .containsAll(
                            id.equals(database)
                                    ? Template.resources("RDS::DBInstance").keySet()
                                    : List.of(database));
        });
    }

    private static String idOfService(String name) {
        return Template.resources("ECS::Service").entrySet().stream()
                .filter(service -> service.getValue()
                        .at("/Properties/ServiceName")
                        .asText()
                        .equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Stream<String> names(String context, String property) {
        return Template.each(Template.jar(context).get(property))
                .map(variable -> variable.get("Name").asText());
    }

    /** The environment's name of a setting: ACME_HTTP_PUBLIC_PORT of http.publicPort. */
    private static String variable(String setting) {
        return "ACME_"
                + setting.replace('.', '_').replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
