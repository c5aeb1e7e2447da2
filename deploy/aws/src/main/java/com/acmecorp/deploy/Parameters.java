package com.acmecorp.deploy;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.CfnRuleAssertion;
import software.amazon.awscdk.Fn;
import software.constructs.Construct;

import java.util.List;

/**
 * What differs from one shop to the next, asked at deployment. The names are the template's own, so
 * they are parameters of the stack rather than of this construct.
 */
final class Parameters {

    /** Any ARN of a kind; CloudFormation refuses a typing mistake before it creates anything. */
    private static final String CERTIFICATE = "arn:aws[a-z-]*:acm:%s:\\d{12}:certificate/.+";

    private static final String SECRET =
            "arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\\d{12}:secret:.+-[A-Za-z0-9]{6}";
    private static final String HOST = "[a-z0-9-]+(\\.[a-z0-9-]+)+";

    private final Construct stack;
    private final CfnParameter image;
    private final CfnParameter collectorImage;
    private final CfnParameter firstZone;
    private final CfnParameter secondZone;
    private final CfnParameter siteDomain;
    private final CfnParameter siteCertificate;
    private final CfnParameter apiDomain;
    private final CfnParameter apiCertificate;
    private final CfnParameter hostedZone;
    private final CfnParameter corsOrigins;
    private final CfnParameter mailFrom;
    private final CfnParameter mailLogin;
    private final CfnParameter smtpHost;
    private final CfnParameter alertEmail;
    private final CfnParameter paymentUrls;
    private final CfnParameter stockUrl;
    private final CfnParameter financeUrl;
    private final CfnParameter deliveryUrl;
    private final CfnParameter partyKeys;

    Parameters(Construct stack) {
        this.stack = stack;
        image = needed(
                "ImageUri", "image of the jar, in this account's repository 'acme'", ".+:.+");
        collectorImage = needed(
                "CollectorImageUri",
                "image of the AWS distribution of the OpenTelemetry collector, in the same repository",
                ".+:.+");
        firstZone = zone("FirstZone");
        secondZone = zone("SecondZone");
        refuseOneZoneTwice();
        siteDomain = needed("SiteDomain", "where the shop's pages are: shop.example", HOST);
        siteCertificate = needed(
                "SiteCertificateArn",
                "its certificate, in us-east-1 for CloudFront",
                CERTIFICATE.formatted("us-east-1"));
        apiDomain = needed("ApiDomain", "where the public API is: api.shop.example", HOST);
        apiCertificate = needed(
                "ApiCertificateArn",
                "its certificate, in this region",
                CERTIFICATE.formatted("[a-z0-9-]+"));
        hostedZone = optional(
                "HostedZoneId", "Route 53 zone of both domains; left out, no records are made");
        corsOrigins = optional(
                "CorsOrigins", "sites that may call the API, with commas; left out: the shop's");
        mailFrom = needed("MailFrom", "sender that SES knows: ACME <shop@shop.example>", ".+@.+");
        mailLogin = needed("MailLoginArn", "secret with SMTP user and password, as JSON", SECRET);
        smtpHost = optional("SmtpHost", "SMTP server of SES; left out: this region's");
        alertEmail = needed("AlertEmail", "who is told when something is wrong", ".+@.+");
        paymentUrls = needed(
                "PaymentUrls",
                "each payment provider as name=https://…, or name=sandbox to charge nobody; with commas between",
                "%1$s(,%1$s)*".formatted("[^=,]+=(https://[^=,]+|sandbox)"));
        stockUrl = party("StockUrl", "the stockist");
        financeUrl = party("FinanceUrl", "the bookkeeper");
        deliveryUrl = party("DeliveryUrl", "the delivery partner");
        partyKeys = needed(
                "PartyKeysArn",
                "secret with their keys as JSON: payment (name=key, with commas between), stock, stockCallback, finance, delivery",
                SECRET);
    }

    /** There is no default: a party that nobody thought of would be one that nobody pays or asks. */
    private CfnParameter party(String name, String who) {
        return needed(
                name, "where " + who + " is, or sandbox to have that played", "https://.+|sandbox");
    }

    String paymentUrls() {
        return paymentUrls.getValueAsString();
    }

    String stockUrl() {
        return stockUrl.getValueAsString();
    }

    String financeUrl() {
        return financeUrl.getValueAsString();
    }

    String deliveryUrl() {
        return deliveryUrl.getValueAsString();
    }

    String partyKeys() {
        return partyKeys.getValueAsString();
    }

    String image() {
        return image.getValueAsString();
    }

    String collectorImage() {
        return collectorImage.getValueAsString();
    }

    List<String> zones() {
        return List.of(firstZone.getValueAsString(), secondZone.getValueAsString());
    }

    String siteDomain() {
        return siteDomain.getValueAsString();
    }

    String siteUrl() {
        return "https://" + siteDomain();
    }

    String siteCertificate() {
        return siteCertificate.getValueAsString();
    }

    String apiDomain() {
        return apiDomain.getValueAsString();
    }

    String apiUrl() {
        return "https://" + apiDomain();
    }

    String apiCertificate() {
        return apiCertificate.getValueAsString();
    }

    String hostedZone() {
        return hostedZone.getValueAsString();
    }

    /** Whether the stack makes the records of both domains. */
    CfnCondition hasHostedZone() {
        return isGiven(hostedZone);
    }

    String corsOrigins() {
        return givenOr(corsOrigins, siteUrl());
    }

    String mailFrom() {
        return mailFrom.getValueAsString();
    }

    String mailLogin() {
        return mailLogin.getValueAsString();
    }

    String smtpHost() {
        return givenOr(smtpHost, "email-smtp." + Aws.REGION + "." + Aws.URL_SUFFIX);
    }

    String alertEmail() {
        return alertEmail.getValueAsString();
    }

    private CfnParameter zone(String name) {
        return CfnParameter.Builder.create(stack, name)
                .description("availability zone that has an endpoint of SES SMTP")
                .type("AWS::EC2::AvailabilityZone::Name")
                .build();
    }

    private void refuseOneZoneTwice() {
        CfnRule.Builder.create(stack, "TwoZones")
                .assertions(List.of(CfnRuleAssertion.builder()
                        .assertDescription("FirstZone and SecondZone must be two zones")
                        .assertValue(Fn.conditionNot(Fn.conditionEquals(
                                firstZone.getValueAsString(), secondZone.getValueAsString())))
                        .build()))
                .build();
    }

    private CfnParameter needed(String name, String description, String pattern) {
        return CfnParameter.Builder.create(stack, name)
                .description(description)
                .allowedPattern(pattern)
                .build();
    }

    private CfnParameter optional(String name, String description) {
        return CfnParameter.Builder.create(stack, name)
                .description(description)
                .defaultValue("")
                .build();
    }

    private String givenOr(CfnParameter parameter, String otherwise) {
        return Fn.conditionIf(
                        isGiven(parameter).getLogicalId(), parameter.getValueAsString(), otherwise)
                .toString();
    }

    private CfnCondition isGiven(CfnParameter parameter) {
        String name = "Has" + parameter.getNode().getId();
        return stack.getNode().tryFindChild(name) instanceof CfnCondition known
                ? known
                : CfnCondition.Builder.create(stack, name)
                        .expression(Fn.conditionNot(
                                Fn.conditionEquals(parameter.getValueAsString(), "")))
                        .build();
    }
}
