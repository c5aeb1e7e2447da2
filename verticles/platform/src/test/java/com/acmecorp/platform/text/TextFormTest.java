package com.acmecorp.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.random.RandomGenerator;

class TextFormTest {

    private static final long SEED = Long.getLong("acme.seed", 20_261_130);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "Seán Ó Súilleabháin",
                "Bjørn \"Beat\" Åström",
                "李小龍",
                "نور‌الدین",
                "ක්‍රිෂ්ණ",
                "👩‍🌾 Green",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿 Corner",
                "100 % Plants; Inc. <div>",
                "{Curly} [Square] \\ | $5 = `x`",
                "c/o Ann, 3º B",
                "…",
            })
    void keepsWhatPeopleAreCalled(String name) {
        assertThat(TextForm.LINE.fault(name, 200)).isEmpty();
        assertThat(TextForm.LINE.normalise(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jean\u2011Luc|Jean-Luc",
                "1 Fern\u00A0St|1 Fern St",
                "Kalani\u02BBo\u2018pu\u00B4u|Kalani'o'pu'u",
                "\u201CBud\u201D|\"Bud\"",
                "Zoe\u0308|Zo\u00EB",
                "\u202ASam\u202C Per\u200Bson\u2060|Sam Person",
                "Sam\u200D|Sam",
                "Sam\u200DSon|SamSon",
                "Sam \u200C Son|Sam Son",
                "So\u00ADnia|Sonia",
                "'  Sam   \u3000Person  '|Sam Person",
                "Sam\uDB40\uDC41|Sam",
            })
    void makesTypographyPlainAndLeavesOutWhatNobodySees(String typed, String kept) {
        assertThat(TextForm.LINE.normalise(typed)).isEqualTo(kept);
        assertThat(TextForm.LINE.fault(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7, U+0007",
        "10, U+000A (LINE FEED",
        "13, U+000D",
        "0x1B, U+001B (ESCAPE)",
        "0x85, U+0085",
        "0x2028, U+2028 (LINE SEPARATOR)",
        "0xE000, U+E000",
        "0xFFFF, U+FFFF",
    })
    void namesTheCharacterThatCannotBeShown(String character, String words) {
        for (TextForm form : TextForm.values()) {
            String typed =
                    "555 0100 ann@example.com" + Character.toString(Integer.decode(character));

            assertThat(form.fault(typed)).isPresent();
            if (form == TextForm.LINE || form == TextForm.PHONE) {
                assertThat(form.fault(typed)).get().asString().contains(words, "can't be shown");
            }
        }
    }

    @Test
    void refusesWhatHasNothingToSee() {
        assertThat(TextForm.LINE.fault(" \u00A0\u200B ")).hasValue("must not be empty");
        assertThat(TextForm.LINE.fault("\u3164")).hasValue("must not be empty");
        assertThat(TextForm.LINE.fault("\u0301"))
                .hasValue("must have a character that can be seen");
    }

    @Test
    void countsCharactersAfterItNormalised() {
        assertThat(TextForm.LINE.fault("e\u0301".repeat(200) + "   ", 200)).isEmpty();
        assertThat(TextForm.LINE.fault("🌵".repeat(200), 200)).isEmpty();
        assertThat(TextForm.LINE.fault("x".repeat(201), 200))
                .hasValue("must have at most 200 characters, not 201");
        assertThat(TextForm.LINE.fault("x".repeat(100_000), 200))
                .hasValue("must have at most 200 characters, not 100000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+1 (555) 010-9999|+1 (555) 010-9999",
                "\u202A+1\u2011555\u00A00100\u202C|+1-555 0100",
                "+(52) 55 1234 5678|+(52) 55 1234 5678",
                "555 0100 Ext. 7|555 0100 Ext. 7",
                "tel:+1-555-0100|+1-555-0100",
                "\u0665\u0665\u0665 \uFF10\uFF11|555 01",
                "911|911",
            })
    void takesPhonesAsTheyArePasted(String typed, String kept) {
        assertThat(TextForm.PHONE.fault(typed, 40)).isEmpty();
        assertThat(TextForm.PHONE.normalise(typed)).isEqualTo(kept);
    }

    @Test
    void refusesAPhoneThatNobodyCanCall() {
        for (String typed : new String[] {"ask Ann", "12", "+"}) {
            assertThat(TextForm.PHONE.fault(typed, 40))
                    .hasValue("must be a phone number such as +1 (555) 010-9999");
        }
    }

    @ParameterizedTest
    @CsvSource({"00-1234 567, 001234567", "556\u2011666.7777, 5566667777", "１２３４５６, 123456"})
    void readsDigitsFromPaperWithTheirZeros(String typed, String kept) {
        assertThat(TextForm.DIGITS.normalise(typed)).isEqualTo(kept);
        assertThat(TextForm.DIGITS.fault(typed)).isEmpty();
    }

    @Test
    void refusesDigitsThatAreNone() {
        assertThat(TextForm.DIGITS.fault("12A456")).hasValue("must be 6 to 20 digits");
        assertThat(TextForm.DIGITS.fault("1".repeat(21))).hasValue("must be 6 to 20 digits");
    }

    /** Of any text: what is kept is kept again as it is, and judged again as it was. */
    @ParameterizedTest
    @EnumSource
    void changesNothingWhenItNormalisesAgain(TextForm form) {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            String typed = anyText(random);
            String once = form.normalise(typed);

            assertThat(form.normalise(once))
                    .as("%s, seed %d, text %d", typed, SEED, i)
                    .isEqualTo(once);
            assertThat(form.fault(once, 40)).isEqualTo(form.fault(typed, 40));
        }
    }

    private static String anyText(RandomGenerator random) {
        String telling =
                "a.@'\u200C\u200D\u00AD\u200B\u0301\u0928\u094D\u0627\u1FEF\u00B4 -\u00A0\u2011\u02BB\t";
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(1, 9); length > 0; length--) {
            if (random.nextInt(4) > 0) {
                text.append(telling.charAt(random.nextInt(telling.length())));
            } else {
                text.appendCodePoint(random.nextInt(0x10000 - 0x800 - 1) % 0xD800);
            }
        }
        return text.toString();
    }
}
