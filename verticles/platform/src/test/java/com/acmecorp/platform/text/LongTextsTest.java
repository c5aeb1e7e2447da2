package com.acmecorp.platform.text;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.signature.BodySignature;
import com.acmecorp.platform.testing.LongTexts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What judges texts of strangers, in all contexts, takes long ones as easily as short ones. */
class LongTextsTest {

    private static final LinkTokens LINKS = new LinkTokens("a secret of the tests");

    static Stream<Consumer<String>> judges() {
        return Stream.of(
                OrderId::parse,
                TraceParent::continuing,
                EmailAddress::parse,
                MailText::name,
                MailText::place,
                text -> LINKS.generation(Purpose.TRACK, new OrderId(7), text),
                text -> BodySignature.isFresh(text, Clock.systemUTC()));
    }

    @ParameterizedTest
    @MethodSource("judges")
    void judgesLongTextsQuickly(Consumer<String> judge) {
        LongTexts.areJudgedQuickly(judge);
    }

    @ParameterizedTest
    @EnumSource
    void normalisesAndJudgesLongFieldsQuickly(ContactField field) {
        LongTexts.areJudgedQuickly(text -> field.fault(field.normalise(text)));
    }
}
