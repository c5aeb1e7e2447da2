package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What CloudFormation would only say half an hour into a deployment. */
class TemplateTest {

    private static final int MOST_RESOURCES = 500;
    private static final int MOST_BYTES = 1_000_000;

    @Test
    void isWithinTheLimitsOfCloudFormation() throws IOException {
        assertThat(Template.content().get("Resources").size()).isLessThan(MOST_RESOURCES);
        assertThat(Files.size(Template.FILE)).isLessThan(MOST_BYTES);
    }

    @Test
    void namesNoAccountAndNoRegion() throws IOException {
        assertThat(Files.readString(Template.FILE))
                .doesNotContainPattern("\\b\\d{12}\\b(?!:)")
                .doesNotContainPattern("\"[a-z]{2}-[a-z]+-\\d[a-z]?\"")
                .doesNotContain("cdk-hnb659fds", "BootstrapVersion");
    }

    @Test
    void needsNoCodeThatWouldHaveToBeUploaded() {
        assertThat(Template.all("Lambda::Function")).isEmpty();
        assertThat(Template.content().get("Resources"))
                .noneMatch(resource -> resource.get("Type").asText().startsWith("Custom::"));
    }

    @Test
    void goesRoundInNoCircle() {
        Map<String, Set<String>> needs = new HashMap<>();
        Template.content()
                .get("Resources")
                .properties()
                .forEach(resource -> needs.put(resource.getKey(), references(resource.getValue())));
        needs.values().forEach(set -> set.retainAll(needs.keySet()));

        Set<String> made = new HashSet<>();
        boolean further = true;
        while (further) {
            further = made.addAll(makeable(needs, made));
        }

        assertThat(made).isEqualTo(needs.keySet());
    }

    @Test
    void keepsNoLogForEver() {
        assertThat(Template.all("Logs::LogGroup"))
                .isNotEmpty()
                .allSatisfy(log -> assertThat(log.has("RetentionInDays")).isTrue());
    }

    @Test
    void keepsTheDatabaseWhenTheStackGoes() {
        JsonNode cluster =
                Template.resources("RDS::DBCluster").values().iterator().next();

        assertThat(cluster.get("DeletionPolicy").asText()).isEqualTo("Snapshot");
        assertThat(cluster.at("/Properties/DeletionProtection").asBoolean()).isTrue();
        assertThat(cluster.at("/Properties/StorageEncrypted").asBoolean()).isTrue();
        assertThat(cluster.at("/Properties/ManageMasterUserPassword").asBoolean())
                .isTrue();
    }

    /** Those of which all that they need is made. */
    private static List<String> makeable(Map<String, Set<String>> needs, Set<String> made) {
        return needs.entrySet().stream()
                .filter(each -> made.containsAll(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> references(JsonNode resource) {
        Set<String> found = new HashSet<>(resource.findValuesAsText("Ref"));
        resource.findValues("Fn::GetAtt")
                .forEach(attribute -> found.add(attribute.get(0).asText()));
        if (resource.has("DependsOn")) {
            found.addAll(Template.texts(resource.get("DependsOn")));
        }
        return found;
    }
}
