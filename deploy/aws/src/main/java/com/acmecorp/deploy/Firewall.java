package com.acmecorp.deploy;

import org.jspecify.annotations.Nullable;

import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
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
 * address.
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
                        limited("too-many-orders", 0, ORDERS, ordersOnly()),
                        limited("too-many-requests", 1, REQUESTS, null),
                        managed("AWSManagedRulesCommonRuleSet", 2),
                        managed("AWSManagedRulesKnownBadInputsRuleSet", 3)))
                .build();
        CfnWebACLAssociation.Builder.create(this, "Association")
                .resourceArn(loadBalancerArn)
                .webAclArn(acl.getAttrArn())
                .build();
    }

    private static RuleProperty limited(
            String name, int priority, int requests, @Nullable StatementProperty scope) {
        RateBasedStatementProperty.Builder rate = RateBasedStatementProperty.builder()
                .aggregateKeyType("IP")
                .evaluationWindowSec(WINDOW_SECONDS)
                .limit(requests);
        if (scope != null) {
            rate.scopeDownStatement(scope);
        }
        return rule(name, priority)
                .statement(StatementProperty.builder()
                        .rateBasedStatement(rate.build())
                        .build())
                .action(RuleActionProperty.builder()
                        .block(BlockActionProperty.builder().build())
                        .build())
                .build();
    }

    private static StatementProperty ordersOnly() {
        return StatementProperty.builder()
                .byteMatchStatement(ByteMatchStatementProperty.builder()
                        .searchString("/createOrder")
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
