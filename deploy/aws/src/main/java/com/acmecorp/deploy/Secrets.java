package com.acmecorp.deploy;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * What only the services may know. They are made here and never seen by a person; those of the mail
 * server and of other companies come from them and are made by hand.
 */
final class Secrets extends Construct {

    private final Secret links;
    private final Secret privateKey;
    private final ISecret mail;
    private final ISecret partyKeys;

    Secrets(Construct scope, Parameters parameters) {
        super(scope, "Secrets");
        links = secret("Links", "signs the links of customers");
        // A database that is restored from its snapshot would be of no use to customers without it.
        links.applyRemovalPolicy(RemovalPolicy.RETAIN);
        Reviewed.accept(
                links,
                "AwsSolutions-SMG4",
                "Another secret would break the links in mails that customers have; it is changed"
                        + " by hand when it leaked.");
        privateKey = secret("PrivateKey", "opens the private API");
        Reviewed.accept(
                privateKey,
                "AwsSolutions-SMG4",
                "All services must change it in the same moment: put a new value, then force a new"
                        + " deployment of each, as the README tells.");
        mail = Secret.fromSecretCompleteArn(this, "Mail", parameters.mailLogin());
        partyKeys = Secret.fromSecretCompleteArn(this, "PartyKeys", parameters.partyKeys());
    }

    ISecret links() {
        return links;
    }

    ISecret privateKey() {
        return privateKey;
    }

    /** JSON with {@code user} and {@code password}. */
    ISecret mail() {
        return mail;
    }

    /** JSON with {@code payment}, {@code stock}, {@code stockCallback}, {@code finance} and {@code delivery}. */
    ISecret partyKeys() {
        return partyKeys;
    }

    private Secret secret(String name, String description) {
        return Secret.Builder.create(this, name)
                .description(description)
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(48)
                        .excludePunctuation(true)
                        .build())
                .build();
    }
}
