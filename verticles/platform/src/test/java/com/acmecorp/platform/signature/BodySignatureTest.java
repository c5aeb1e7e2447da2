package com.acmecorp.platform.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class BodySignatureTest {

    private static final String NOW = "1700000000000";
    private static final String BODY = "{\"orderId\":86757}";

    private final BodySignature signatures = new BodySignature("a secret of the stockist");
    private final Clock clock =
            Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC);

    /** As any other tool computes it: printf '%s' "$NOW.$BODY" | openssl dgst -sha256 -hmac "$SECRET". */
    @Test
    void isWhatOtherToolsCompute() {
        assertThat(signatures.sign(NOW, BODY))
                .isEqualTo("68411f426f3b5ff39ceb9f43278835a1820936d4aa05f72bd3e0e70e9634d986");
    }

    @Test
    void fitsItsBodyAtItsTimeOnly() {
        String signature = signatures.sign(NOW, BODY);

        assertThat(signatures.fits(signature, NOW, BODY)).isTrue();
        assertThat(signatures.fits(signature, NOW, BODY.replace('7', '8'))).isFalse();
        assertThat(signatures.fits(signature, "1700000000001", BODY)).isFalse();
        assertThat(signatures.fits("", NOW, BODY)).isFalse();
        assertThat(signatures.fits("é" + signature, NOW, BODY)).isFalse();
        assertThat(new BodySignature("another secret of somebody").fits(signature, NOW, BODY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000000, true",
        "1699999700000, true",
        "1700000300000, true",
        "1699999699999, false",
        "1700000300001, false",
        "'', false",
        "-1700000000000, false",
        "99999999999999999999, false",
        "now, false"
    })
    void isFreshForAWhile(String timestamp, boolean fresh) {
        assertThat(BodySignature.isFresh(timestamp, clock)).isEqualTo(fresh);
    }

    @Test
    void needsASecretThatNobodyGuesses() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BodySignature("fifteen letters"));
    }
}
