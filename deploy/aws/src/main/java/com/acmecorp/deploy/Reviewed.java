package com.acmecorp.deploy;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;

import software.amazon.awscdk.services.iam.IRole;
import software.constructs.IConstruct;

import java.util.List;
import java.util.Objects;

/** Findings of cdk-nag that were looked at and are meant that way, each with its reason. */
final class Reviewed {

    private Reviewed() {}

    /** Accepts a finding about the resource that the construct stands for. */
    static void accept(IConstruct construct, String rule, String reason) {
        IConstruct resource = Objects.requireNonNull(construct.getNode().getDefaultChild());
        NagSuppressions.addResourceSuppressions(
                resource,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()));
    }

    /** Accepts that a role's policy is about all resources, where its actions know none. */
    static void acceptAllResources(IRole role, String reason) {
        NagSuppressions.addResourceSuppressions(
                role.getNode().findChild("DefaultPolicy"),
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .appliesTo(List.of("Resource::*"))
                        .reason(reason)
                        .build()),
                true);
    }
}
