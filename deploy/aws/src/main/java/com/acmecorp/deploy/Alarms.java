package com.acmecorp.deploy;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/** Where alarms are made and whom they reach: each is told when it rings and when it is over. */
final class Alarms extends Construct {

    private final Topic topic;

    Alarms(Construct scope, Parameters parameters) {
        super(scope, "Alarms");
        topic = Topic.Builder.create(this, "Topic")
                .displayName("ACME Potted Plants")
                .enforceSsl(true)
                .build();
        // A topic with a policy of its own lets nobody in who isn't named.
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build());
        topic.addSubscription(new EmailSubscription(parameters.alertEmail()));
    }

    Topic topic() {
        return topic;
    }

    /** Rings as soon as one minute has more than that many. */
    Alarm above(String name, String description, IMetric metric, double threshold) {
        return above(name, description, metric, threshold, 1);
    }

    /** Rings when that many minutes in a row have more. No data means that nothing happens. */
    Alarm above(String name, String description, IMetric metric, double threshold, int minutes) {
        return ring(Alarm.Builder.create(this, name)
                .alarmName("acme-" + name)
                .alarmDescription(description)
                .metric(metric)
                .threshold(threshold)
                .evaluationPeriods(minutes)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING));
    }

    /** Rings when that many minutes in a row have less, or say nothing. */
    Alarm below(String name, String description, IMetric metric, double threshold, int minutes) {
        return ring(Alarm.Builder.create(this, name)
                .alarmName("acme-" + name)
                .alarmDescription(description)
                .metric(metric)
                .threshold(threshold)
                .evaluationPeriods(minutes)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.BREACHING));
    }

    private Alarm ring(Alarm.Builder made) {
        Alarm alarm = made.build();
        alarm.addAlarmAction(new SnsAction(topic));
        alarm.addOkAction(new SnsAction(topic));
        return alarm;
    }

    /** A metric by the minute. */
    static Metric metric(
            String namespace, String name, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic(statistic)
                .dimensionsMap(dimensions)
                .period(Duration.minutes(1))
                .build();
    }
}
