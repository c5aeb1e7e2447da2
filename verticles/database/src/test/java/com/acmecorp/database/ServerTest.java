package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://db.example:3307/shop",
                "mariadb://db.example:3307/shop",
                "jdbc:mysql://db.example:3307/shop",
                "jdbc:mariadb://db.example:3307/shop"
            })
    void readsTheUsualForms(String url) {
        assertThat(Server.of(url, "ana", "secret", Tls.PREFERRED))
                .isEqualTo(new Server("db.example", 3307, "shop", "ana", "secret", Tls.PREFERRED));
    }

    @Test
    void knowsTheStandardPort() {
        assertThat(Server.of("mysql://db.example/shop", "", "", Tls.OFF).port()).isEqualTo(3306);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example:3306",
                "postgres://db.example/shop",
                "mysql://db.example",
                "mysql:///shop"
            })
    void refusesWhatIsNoSuchUrl(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> Server.of(url, "", "", Tls.OFF));
    }
}
