package com.acmecorp.deploy;

import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.NotStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/**
 * Stands before the public API and nothing else: what is known to be an attack, and who asks too
 * often, never reaches a service. A shop that is popular is not an attack, so the limits are per
 * address. The stockist has one address for all orders; its calls are known by their signature.
 */
final class Firewall extends Construct {

    private static final int WINDOW_SECONDS = 300;
    private static final int REQUESTS = 2_000;

    /** An office may share one address, but nobody places an order every three seconds. */
    private static final int ORDERS = 100;

    Firewall(Construct scope, String loadBalancerArn) {
        super(scope, "Firewall");
        CfnWebACL acl = CfnWebACL.Builder.create(this, "Acl")
                .scope("REGIONAL")
                .description("before the public API")
                .defaultAction(DefaultActionProperty.builder()
                        .allow(AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visibleAs("acme"))
                .rules(List.of(
                        limited("too-many-orders", 0, ORDERS, calls("/createOrder")),
                        limited("too-many-requests", 1, REQUESTS, not(calls("/stockDelivered"))),
                        managed("AWSManagedRulesCommonRuleSet", 2),
                        managed("AWSManagedRulesKnownBadInputsRuleSet", 3)))
                .build();
        CfnWebACLAssociation.Builder.create(this, "Association")
                .resourceArn(loadBalancerArn)
                .webAclArn(acl.getAttrArn())
                .build();
    }

    private static RuleProperty limited(
            String name, int priority, int requests, StatementProperty scope) {
        RateBasedStatementProperty.Builder rate = RateBasedStatementProperty.builder()
                .aggregateKeyType("IP")
                .evaluationWindowSec(WINDOW_SECONDS)
                .limit(requests)
                .scopeDownStatement(scope);
        return rule(name, priority)
                .statement(StatementProperty.builder()
                        .rateBasedStatement(rate.build())
                        .build())
                .action(RuleActionProperty.builder()
                        .block(BlockActionProperty.builder().build())
                        .build())
                .build();
    }

    private static StatementProperty not(StatementProperty statement) {
        return StatementProperty.builder()
                .notStatement(
                        NotStatementProperty.builder().statement(statement).build())
                .build();
    }

    private static StatementProperty calls(String path) {
        return StatementProperty.builder()
                .byteMatchStatement(ByteMatchStatementProperty.builder()
                        .searchString(path)
                        .positionalConstraint("EXACTLY")
                        .fieldToMatch(
                                FieldToMatchProperty.builder().uriPath(Map.of()).build())
                        .textTransformations(List.of(TextTransformationProperty.builder()
                                .priority(0)
                                .type("NONE")
                                .build()))
                        .build())
                .build();
    }

    private static RuleProperty managed(String name, int priority) {
        return rule(name, priority)
                .statement(StatementProperty.builder()
                        .managedRuleGroupStatement(ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(name)
                                .build())
                        .build())
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .build();
    }

    private static RuleProperty.Builder rule(String name, int priority) {
        return RuleProperty.builder()
                .name(name)
                .priority(priority)
                .visibilityConfig(visibleAs(name));
    }

    private static VisibilityConfigProperty visibleAs(String metric) {
        return VisibilityConfigProperty.builder()
                .metricName(metric)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(true)
                .build();
    }
}
