package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The internet reaches what the contract calls public, and nothing that it calls private. */
class PublicDoorTest {

    /** A rule takes five paths at most, so one pattern may stand for several. */
    @Test
    void knowsThePathsOfThePublicApiAndNoOther() throws IOException {
        List<String> patterns = Template.all("ElasticLoadBalancingV2::ListenerRule").stream()
                .flatMap(rule -> Template.each(rule.get("Conditions")))
                .flatMap(condition -> Template.each(condition.at("/PathPatternConfig/Values")))
                .map(JsonNode::asText)
                .toList();

        assertThat(paths("public")).allMatch(path -> isAt(patterns, path));
        assertThat(paths("private")).noneMatch(path -> isAt(patterns, path));
        assertThat(patterns)
                .allSatisfy(pattern ->
                        assertThat(paths("public")).anyMatch(path -> isAt(List.of(pattern), path)));
    }

    private static boolean isAt(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> path.matches(pattern.replace("*", "[^/]*")));
    }

    @Test
    void answersEverythingElseItself() {
        assertThat(Template.all("ElasticLoadBalancingV2::Listener"))
                .extracting(
                        listener -> listener.get("Port").asInt() + " " + defaultAction(listener))
                .containsExactlyInAnyOrder("443 fixed-response", "80 redirect");
    }

    @Test
    void leadsToThePublicPortOnly() {
        assertThat(Template.all("ElasticLoadBalancingV2::TargetGroup"))
                .extracting(group -> group.get("Port").asInt())
                .containsOnly(PublicDoor.SERVICE_PORT);
        assertThat(Template.all("ECS::Service").stream()
                        .flatMap(service -> Template.each(service.path("LoadBalancers"))))
                .extracting(target -> target.get("ContainerPort").asInt())
                .containsOnly(PublicDoor.SERVICE_PORT);
    }

    @Test
    void isAllThatTheInternetMayKnockAt() {
        assertThat(Template.resources("EC2::SecurityGroup").entrySet().stream()
                        .filter(group -> group.getValue().toString().contains("0.0.0.0/0"))
                        .filter(group -> group.getValue()
                                .at("/Properties/SecurityGroupIngress")
                                .toString()
                                .contains("0.0.0.0/0"))
                        .map(Map.Entry::getKey))
                .containsExactly(Template.idOf(Template.all("ElasticLoadBalancingV2::LoadBalancer")
                        .get(0)
                        .get("SecurityGroups")
                        .get(0)));
        assertThat(Template.all("EC2::SecurityGroupIngress"))
                .allSatisfy(
                        rule -> assertThat(rule.has("SourceSecurityGroupId")).isTrue());
    }

    @Test
    void leavesThePrivatePortToServicesThatAskTheDatabaseContext() {
        List<JsonNode> privateWays = Template.all("EC2::SecurityGroupIngress").stream()
                .filter(rule -> rule.get("FromPort").asInt() <= Services.PRIVATE_PORT
                        && rule.get("ToPort").asInt() >= Services.PRIVATE_PORT)
                .toList();

        assertThat(privateWays).hasSize(ServiceSpec.ALL.size() - 1);
        assertThat(privateWays)
                .extracting(rule -> Template.referred(rule.get("GroupId"))
                        .get("GroupDescription")
                        .asText())
                .containsOnly("tasks of the database context");
    }

    @Test
    void hasTheFirewallBeforeIt() {
        assertThat(Template.all("WAFv2::WebACLAssociation"))
                .extracting(association -> Template.idOf(association.get("ResourceArn")))
                .containsExactlyElementsOf(
                        Template.resources("ElasticLoadBalancingV2::LoadBalancer")
                                .keySet());
    }

    @Test
    void isTheOnlyThingWithAPublicAddress() {
        assertThat(Template.all("ECS::Service"))
                .extracting(service -> service.at(
                                "/NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp")
                        .asText())
                .containsOnly("DISABLED");
        assertThat(Template.all("RDS::DBInstance"))
                .extracting(instance -> instance.get("PubliclyAccessible").asBoolean())
                .containsOnly(false);
    }

    /** NAT lets out and nobody in, and stands in each zone, so that one zone's end is not that of all payments. */
    @Test
    void letsOutOnlyThoseWhoCallOtherCompanies() {
        Set<String> ways = Template.resources("EC2::NatGateway").keySet();
        Set<String> tables = Template.all("EC2::Route").stream()
                .filter(route -> route.has("NatGatewayId"))
                .map(route -> Template.idOf(route.get("RouteTableId")))
                .collect(Collectors.toSet());
        Set<String> outward = Template.all("EC2::SubnetRouteTableAssociation").stream()
                .filter(way -> tables.contains(Template.idOf(way.get("RouteTableId"))))
                .map(way -> Template.idOf(way.get("SubnetId")))
                .collect(Collectors.toSet());

        assertThat(ways).hasSize(2);
        assertThat(outward).hasSize(2);
        assertThat(Template.all("ECS::Service"))
                .filteredOn(service -> Template.each(
                                service.at("/NetworkConfiguration/AwsvpcConfiguration/Subnets"))
                        .map(Template::idOf)
                        .anyMatch(outward::contains))
                .extracting(service -> service.get("ServiceName").asText())
                .containsExactlyInAnyOrder("order", "stock", "finance", "delivery");
    }

    private static String defaultAction(JsonNode listener) {
        return listener.get("DefaultActions").get(0).get("Type").asText();
    }

    private static Set<String> paths(String api) throws IOException {
        String file = "/openapi/" + api + ".yaml";
        try (InputStream document =
                Objects.requireNonNull(PublicDoorTest.class.getResourceAsStream(file), file)) {
            Map<String, Map<String, ?>> content =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
            return Objects.requireNonNull(content.get("paths")).keySet();
        }
    }
}
