package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.mail.StartTLSOptions;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class EmailConfigTest {

    @Test
    void catchesMailsInTheProcessUnlessToldOtherwise() {
        Settings nothing = settings(new JsonObject());

        EmailConfig config = EmailConfig.from(nothing);

        assertThat(config)
                .isEqualTo(new EmailConfig(
                        new Mailbox("ACME Potted Plants", "shop@acme.example"),
                        "http://localhost:8080",
                        new SmtpConfig("", 587, "required", "", "", 8, 5_000, 10_000, 20),
                        new CatcherConfig(0, 100),
                        new ReminderConfig(48, 1)));
        assertThat(config.catchesMails()).isTrue();
        nothing.check();
    }

    @Test
    void readsEachSetting() {
        Settings settings = settings(new JsonObject()
                .put("from", "Tienda <tienda@acme.example>")
                .put("shopUrl", "https://shop.acme.example/")
                .put("smtpHost", "mail.acme.example")
                .put("smtpPort", 465)
                .put("smtpTls", "implicit")
                .put("smtpUser", "shop")
                .put("smtpPassword", "a password")
                .put("smtpPoolSize", 2)
                .put("connectTimeoutMs", 100)
                .put("sendTimeoutMs", 200)
                .put("keepAliveSeconds", 3)
                .put("catcherPort", 2525)
                .put("catcherKeeps", 7)
                .put("reminderHours", 24)
                .put("reminders", 2));

        EmailConfig config = EmailConfig.from(settings);

        assertThat(config)
                .isEqualTo(new EmailConfig(
                        new Mailbox("Tienda", "tienda@acme.example"),
                        "https://shop.acme.example",
                        new SmtpConfig(
                                "mail.acme.example",
                                465,
                                "implicit",
                                "shop",
                                "a password",
                                2,
                                100,
                                200,
                                3),
                        new CatcherConfig(2525, 7),
                        new ReminderConfig(24, 2)));
        assertThat(config.catchesMails()).isFalse();
        assertThat(config.toString()).doesNotContain("a password");
        settings.check();
    }

    @Test
    void linksLeadToTheShopOfThisMachineWhereverItIsOpened() {
        Settings settings = new Settings(
                List.of(JsonObject.of("http", JsonObject.of("publicPort", 9090))), Map.of());

        assertThat(EmailConfig.from(settings).shopUrl()).isEqualTo("http://localhost:9090");
        settings.check();
    }

    @Test
    void sendsAPasswordOnlyOverTls() {
        SmtpConfig standard = SmtpConfig.from(settings(JsonObject.of("smtpHost", "a.example")));
        SmtpConfig implicit = SmtpConfig.from(settings(JsonObject.of("smtpTls", "implicit")));

        assertThat(standard.mailConfig().getStarttls()).isEqualTo(StartTLSOptions.REQUIRED);
        assertThat(standard.mailConfig().isSsl()).isFalse();
        assertThat(implicit.mailConfig().isSsl()).isTrue();
        assertThat(standard.at("127.0.0.1", 2525).mailConfig().getStarttls())
                .isEqualTo(StartTLSOptions.DISABLED);
    }

    @Test
    void saysEverythingThatCannotBe() {
        Settings settings = settings(new JsonObject()
                .put("from", "nobody")
                .put("shopUrl", "the shop")
                .put("smtpTls", "off")
                .put("smtpUser", "shop"));

        EmailConfig.from(settings);
        assertThatThrownBy(settings::check)
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "email.from", "email.shopUrl", "email.smtpTls", "email.smtpPassword");
    }

    private static Settings settings(JsonObject email) {
        return new Settings(List.of(JsonObject.of("email", email)), Map.of());
    }
}
