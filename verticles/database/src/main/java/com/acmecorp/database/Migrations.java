package com.acmecorp.database;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.stream.Stream;

/**
 * Brings the schema up to date. Blocks, so it runs on a worker, before anything else speaks to the database. One that is
 * cut short, at whichever statement and in whichever way, is carried out again by the next start.
 */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final int CONNECT_RETRIES = 5;

    private Migrations() {}

    static void migrate(Server server) {
        try {
            LOG.info("database schema is up to date ({} migrations run)", run(server));
        } catch (FlywayException e) {
            LOG.atDebug().setCause(e).log("migration failed");
            // What follows the first line are codes for whoever debugs.
            String reason =
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
            throw Problem.of(
                            Kind.UNAVAILABLE,
                            "the database at %s:%d can't be reached or brought up to date: %s"
                                    .formatted(server.host(), server.port(), reason))
                    .asException();
        }
    }

    private static int run(Server server) {
        FluentConfiguration configuration = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .jdbcProperties(server.tls().jdbcProperties())
                .connectRetries(CONNECT_RETRIES);
        return run(configuration, new RepeatableStatements(configuration.getDataSource()));
    }

    /** Numbers come in ranges, one for each team, and so in any order. */
    static int run(FluentConfiguration configuration, RepeatableStatements statements) {
        Flyway flyway = configuration
                .dataSource(statements.dataSource())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load();
        forgetFailures(flyway);
        int run = flyway.migrate().migrationsExecuted;
        if (!statements.repeated().isEmpty()) {
            LOG.warn(
                    "a migration was begun before and is finished now; {} of its statements had"
                            + " been carried out",
                    statements.repeated().size());
        }
        return run;
    }

    /** What failed, because the process was told to stop or the server went away, is carried out again. */
    private static void forgetFailures(Flyway flyway) {
        if (Stream.of(flyway.info().all())
                .anyMatch(migration -> migration.getState().isFailed())) {
            flyway.repair();
        }
    }
}
