package com.acmecorp.platform.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens.Purpose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTest {

    private static final OrderId ORDER = new OrderId(86_757);

    private final LinkTokens links = new LinkTokens("a secret of the tests");

    @ParameterizedTest
    @EnumSource
    void openTheirOrderForTheirPurposeOnly(Purpose purpose) {
        String token = links.token(purpose, ORDER);

        for (Purpose wanted : Purpose.values()) {
            assertThat(links.opens(wanted, ORDER, token)).isEqualTo(wanted == purpose);
        }
        assertThat(links.opens(purpose, new OrderId(86_758), token)).isFalse();
        assertThat(links.opens(purpose, new OrderId(8), token)).isFalse();
    }

    @Test
    void goIntoAUrlAsTheyAre() {
        assertThat(links.token(Purpose.TRACK, ORDER)).matches("[A-Za-z0-9_-]{22}");
    }

    /** Computed with Python: the first 16 bytes of HMAC-SHA256("TRACK:86757"), URL-safe Base64. */
    @Test
    void areTheSameAfterARestartAndOnEveryNode() {
        assertThat(links.token(Purpose.TRACK, ORDER)).isEqualTo("jt4Dn0m003MDN2dFQMe8Sw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ÄÖÜ", "null"})
    void refuseAnythingElse(String token) {
        assertThat(links.opens(Purpose.TRACK, ORDER, token)).isFalse();
    }

    @Test
    void refuseATokenWithSomethingBeforeOrAfterIt() {
        String token = links.token(Purpose.TRACK, ORDER);

        assertThat(links.opens(Purpose.TRACK, ORDER, token + "A")).isFalse();
        assertThat(links.opens(Purpose.TRACK, ORDER, token.substring(0, 21))).isFalse();
    }

    @Test
    void nameTheirGenerationAndNoOther() {
        String first = links.token(Purpose.MANAGE, ORDER);
        String third = links.token(Purpose.MANAGE, ORDER, 2);

        assertThat(third).matches("[A-Za-z0-9_-]{22}2");
        assertThat(links.generation(Purpose.MANAGE, ORDER, first)).hasValue(0);
        assertThat(links.generation(Purpose.MANAGE, ORDER, third)).hasValue(2);
        assertThat(links.generation(Purpose.TRACK, ORDER, third)).isEmpty();
        for (String forged : new String[] {
            first + "2", third.substring(0, 22), third.substring(0, 22) + "3", third + "0"
        }) {
            assertThat(links.opens(Purpose.MANAGE, ORDER, forged)).as(forged).isFalse();
        }
    }

    @Test
    void dependOnTheSecret() {
        LinkTokens others = new LinkTokens("another secret of the tests");

        assertThat(others.opens(Purpose.TRACK, ORDER, links.token(Purpose.TRACK, ORDER)))
                .isFalse();
    }

    @Test
    void needASecretThatCannotBeGuessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkTokens("fifteen letters"));
    }
}
