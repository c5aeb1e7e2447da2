package com.acmecorp.deploy;

import software.amazon.awscdk.services.ecs.Secret;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a service is told by its environment: what differs between services or between shops, and
 * secrets. What is the same everywhere is in {@code conf/aws.json}, which the image carries.
 */
record ServiceSettings(Map<String, String> environment, Map<String, Secret> secrets) {

    private static final String DATABASE_PASSWORD = "ACME_DATABASE_PASSWORD";

    /** Those who vouch for Aurora; the image carries them. */
    private static final String AUTHORITIES = "/acme/rds.pem";

    static ServiceSettings of(
            ServiceSpec spec, Parameters parameters, Secrets secrets, OrderData data) {
        ServiceSettings settings =
                new ServiceSettings(new LinkedHashMap<>(), new LinkedHashMap<>());
        settings.common(spec, secrets);
        if (spec.isDatabase()) {
            settings.useServer(data);
        } else {
            settings.useDatabaseContext(secrets);
        }
        if (spec.isPublic()) {
            settings.environment.put("ACME_HTTP_CORS_ORIGINS", parameters.corsOrigins());
        }
        if (spec.sendsMail()) {
            settings.sendMail(parameters, secrets);
        }
        settings.knowParties(spec, parameters, secrets);
        return settings;
    }

    private void common(ServiceSpec spec, Secrets secrets) {
        environment.put("ACME_CONTEXTS", spec.contexts());
        // The image carries the agent, asleep: without a collector beside it, it would only
        // complain.
        environment.put("OTEL_JAVAAGENT_ENABLED", "true");
        environment.put("OTEL_SERVICE_NAME", "acme-" + spec.context());
        this.secrets.put("ACME_HTTP_PRIVATE_KEY", Secret.fromSecretsManager(secrets.privateKey()));
        this.secrets.put("ACME_LINKS_SECRET", Secret.fromSecretsManager(secrets.links()));
    }

    private void useServer(OrderData data) {
        environment.put("ACME_DATABASE_URL", data.url());
        environment.put("ACME_DATABASE_TLS", "verified");
        environment.put("ACME_DATABASE_TLS_CERTIFICATES", AUTHORITIES);
        // Whether a task is replaced is decided by what a new one would do better.
        environment.put("ACME_OPERATIONS_READY_PARTS", "database");
        secrets.put(
                "ACME_DATABASE_USER", Secret.fromSecretsManager(data.credentials(), "username"));
        secrets.put(DATABASE_PASSWORD, Secret.fromSecretsManager(data.credentials(), "password"));
    }

    private void useDatabaseContext(Secrets made) {
        environment.put("ACME_DATABASE_URL", Services.databaseUrl());
        secrets.put(DATABASE_PASSWORD, Secret.fromSecretsManager(made.privateKey()));
    }

    /** Each service knows those that it deals with, and only their keys. */
    private void knowParties(ServiceSpec spec, Parameters parameters, Secrets made) {
        switch (spec.context()) {
            case ServiceSpec.ORDER -> {
                environment.put("ACME_ORDER_PAYMENT_URLS", parameters.paymentUrls());
                secrets.put("ACME_ORDER_PAYMENT_KEYS", keyOf(made, "payment"));
            }
            case ServiceSpec.STOCK -> {
                environment.put("ACME_STOCK_URL", parameters.stockUrl());
                secrets.put("ACME_STOCK_KEY", keyOf(made, "stock"));
                secrets.put("ACME_STOCK_CALLBACK_SECRET", keyOf(made, "stockCallback"));
            }
            case ServiceSpec.FINANCE -> {
                environment.put("ACME_FINANCE_URL", parameters.financeUrl());
                secrets.put("ACME_FINANCE_KEY", keyOf(made, "finance"));
            }
            case ServiceSpec.DELIVERY -> {
                environment.put("ACME_DELIVERY_URL", parameters.deliveryUrl());
                secrets.put("ACME_DELIVERY_KEY", keyOf(made, "delivery"));
            }
            default -> {
                // The database is ours, and mail has settings of its own.
            }
        }
    }

    private static Secret keyOf(Secrets made, String party) {
        return Secret.fromSecretsManager(made.partyKeys(), party);
    }

    private void sendMail(Parameters parameters, Secrets made) {
        environment.put("ACME_EMAIL_SHOP_URL", parameters.siteUrl());
        environment.put("ACME_EMAIL_FROM", parameters.mailFrom());
        environment.put("ACME_EMAIL_SMTP_HOST", parameters.smtpHost());
        secrets.put("ACME_EMAIL_SMTP_USER", Secret.fromSecretsManager(made.mail(), "user"));
        secrets.put("ACME_EMAIL_SMTP_PASSWORD", Secret.fromSecretsManager(made.mail(), "password"));
    }
}
