package com.acmecorp.deploy;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.rds.AuroraMysqlClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraMysqlEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The one database: Aurora Serverless v2, a writer and a reader that takes over in another zone. RDS
 * itself makes its password and changes it every seven days.
 */
final class OrderData extends Construct {

    static final int PORT = 3306;
    static final String NAME = "acme";
    static final double LARGEST_ACU = 16;
    private static final double SMALLEST_ACU = 0.5;
    private static final int BACKUP_DAYS = 14;

    /** Not the general and audit logs, which would repeat customers' names and addresses. */
    private static final List<String> LOGS = List.of("error", "slowquery");

    private final SecurityGroup door;
    private final DatabaseCluster cluster;

    OrderData(Construct scope, Network network) {
        super(scope, "OrderData");
        door = SecurityGroup.Builder.create(this, "Door")
                .vpc(network.vpc())
                .description("MySQL, from the database context only")
                .allowAllOutbound(false)
                .build();
        cluster = cluster(network);
        // Made before the server makes them, for what it makes itself is kept for ever.
        LOGS.forEach(log -> cluster.getNode()
                .addDependency(LogGroup.Builder.create(this, log)
                        .logGroupName("/aws/rds/cluster/" + NAME + "/" + log)
                        .retention(RetentionDays.THREE_MONTHS)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build()));
        review();
    }

    DatabaseCluster cluster() {
        return cluster;
    }

    /** In front of the server; only the database context is let in. */
    SecurityGroup door() {
        return door;
    }

    String url() {
        return "mysql://" + cluster.getClusterEndpoint().getHostname() + ":" + PORT + "/" + NAME;
    }

    /** JSON with {@code username} and {@code password}. */
    ISecret credentials() {
        return Objects.requireNonNull(cluster.getSecret());
    }

    private DatabaseCluster cluster(Network network) {
        return DatabaseCluster.Builder.create(this, "Cluster")
                .clusterIdentifier(NAME)
                .engine(DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder()
                        .version(AuroraMysqlEngineVersion.VER_3_10_3)
                        .build()))
                .defaultDatabaseName(NAME)
                .port(PORT)
                .credentials(Credentials.fromUsername(NAME))
                .manageMasterUserPassword(true)
                .serverlessV2MinCapacity(SMALLEST_ACU)
                .serverlessV2MaxCapacity(LARGEST_ACU)
                .writer(ClusterInstance.serverlessV2("Writer", member().build()))
                .readers(List.of(ClusterInstance.serverlessV2(
                        "Reader", member().scaleWithWriter(true).build())))
                .parameters(Map.of(
                        "require_secure_transport", "ON",
                        "character_set_server", "utf8mb4",
                        "slow_query_log", "1",
                        "long_query_time", "1"))
                .cloudwatchLogsExports(LOGS)
                .vpc(network.vpc())
                .vpcSubnets(network.data())
                .securityGroups(List.of(door))
                .storageEncrypted(true)
                .copyTagsToSnapshot(true)
                .backup(BackupProps.builder()
                        .retention(Duration.days(BACKUP_DAYS))
                        .build())
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.SNAPSHOT)
                .build();
    }

    private static ServerlessV2ClusterInstanceProps.Builder member() {
        return ServerlessV2ClusterInstanceProps.builder().autoMinorVersionUpgrade(true);
    }

    private void review() {
        Reviewed.accept(
                cluster,
                "AwsSolutions-RDS6",
                "The database client of the services knows passwords only; theirs is changed by RDS"
                        + " every seven days, and the network lets nobody else come near.");
        Reviewed.accept(
                cluster,
                "AwsSolutions-RDS11",
                "Another port would hide nothing: only the database context's tasks can reach it.");
        Reviewed.accept(
                cluster,
                "AwsSolutions-RDS14",
                "Rewinding in place would contradict events that have gone out and money that was"
                        + " taken. Mistakes are undone from a second cluster, restored to a point in"
                        + " time within 14 days.");
    }
}
