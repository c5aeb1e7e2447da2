package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.acmecorp.database.Tls.Mode;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The way to the server, for both that go it: the reactive client, and JDBC with the migrations. */
class TlsTest {

    private static final String CIPHER = "SHOW SESSION STATUS LIKE 'Ssl_cipher'";
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void stop() {
        TestDatabase.await(VERTX.close());
    }

    @Test
    void isEncryptedWhereTheServerOffersIt() throws SQLException {
        Server server = over(Tls.PREFERRED);
        assertThat(cipherByJdbc(server).isEmpty()).isEqualTo(!TestServer.isForeign());
        assertThat(cipherByClient(server).isEmpty()).isEqualTo(!TestServer.isForeign());
    }

    @Test
    void isClosedToAServerThatNobodyVouchesFor() {
        Server server = over(new Tls(Mode.VERIFIED, ""));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> cipherByJdbc(server));
        assertThatThrownBy(() -> cipherByClient(server)).isNotNull();
    }

    /** MySQL wants a password encrypted under its key then, but only until it knows the user: hence the reminders. */
    @Test
    void needsNoTlsToLogIn() throws SQLException {
        assumeTrue(TestServer.isForeign());
        Server server = over(Tls.OFF);
        forgetThatTheUserWasHere();
        assertThat(cipherByJdbc(server)).isEmpty();
        forgetThatTheUserWasHere();
        assertThat(cipherByClient(server)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "verified, /no/such/file, expected a readable file of certificates",
        "preferred, pom.xml, needs database.tls to be verified",
    })
    void saysWhatIsWrongWithItsCertificates(String mode, String certificates, String reason) {
        JsonObject database =
                new JsonObject().put("tls", mode).put("tlsCertificates", certificates);
        Settings settings =
                new Settings(List.of(new JsonObject().put("database", database)), Map.of());
        assertThat(Tls.from(settings).certificates()).isEqualTo(certificates);
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::check)
                .withMessageContaining("database.tlsCertificates: " + reason);
    }

    private static Server over(Tls tls) {
        Server shared = TestServer.shared();
        return new Server(
                shared.host(),
                shared.port(),
                shared.schema(),
                shared.user(),
                shared.password(),
                tls);
    }

    private static String cipherByJdbc(Server server) throws SQLException {
        try (Connection connection = TestServer.connect(server);
                ResultSet status = connection.createStatement().executeQuery(CIPHER)) {
            status.next();
            return status.getString(2);
        }
    }

    private static String cipherByClient(Server server) {
        return TestDatabase.await(Connections.open(VERTX, server, 1)
                .query(CIPHER)
                .execute()
                .map(rows -> rows.iterator().next().getString(1)));
    }

    /** Setting the password that it has makes a server forget it. */
    private static void forgetThatTheUserWasHere() throws SQLException {
        Server shared = TestServer.shared();
        try (Connection connection = TestServer.connect(shared)) {
            connection
                    .createStatement()
                    .execute("ALTER USER USER() IDENTIFIED BY '" + shared.password() + "'");
        }
    }
}
