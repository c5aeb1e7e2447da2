package com.acmecorp.database;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema up to date. Blocks, so it runs on a worker, before anything else speaks to the database. */
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
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .jdbcProperties(server.tls().jdbcProperties())
                .connectRetries(CONNECT_RETRIES)
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
