package com.acmecorp.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that were planted in a page are found, so that other tests needn't doubt their silence. */
@BrowserTest
class WatchfulnessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            console.error('planted')                                        | console: planted
            setTimeout(() => { throw new Error('planted') })                | exception:
            fetch('/planted').catch(() => {})                               | 404 /planted
            document.body.setAttribute('style', 'color: red')               | Content Security Policy
            fetch('http://127.0.0.2/').catch(() => {})                      | Content Security Policy
            """)
    void hearsWhatAPageComplainsOf(String mistake, String complaint, Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.shop();
        ann.page().evaluate("() => { " + mistake + " }");
        ann.page()
                .waitForCondition(() ->
                        ann.complaints().stream().anyMatch(heard -> heard.contains(complaint)));

        assertThatThrownBy(ann::hadNoTrouble).hasMessageContaining(complaint);

        ann.foresee(ann.complaints().toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "main h1 { color: #777; background: #888 }, '320 px, DARK: color-contrast'",
        "main h1 { color: #777; background: #888 }, '1280 px, LIGHT: color-contrast'",
        "main { width: 400px }, '320 px: the page must be scrolled sideways'",
    })
    void seesWhatKeepsPeopleOut(String style, String barrier, Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.shop();
        ann.page().evaluate("""
                        (style) => {
                          const sheet = new CSSStyleSheet();
                          sheet.replaceSync(style);
                          document.adoptedStyleSheets = [sheet];
                        }""", style);

        assertThatThrownBy(() -> ann.looksGood("planted")).hasMessageContaining(barrier);
    }

    @Test
    void missesWhatWasForeseenAndNeverCame(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("402 /createOrder");
        ann.shop();

        assertThatThrownBy(ann::hadNoTrouble).hasMessageContaining("402 /createOrder");

        ann.answer("**/createOrder", Answers.problem(402, "Payment declined"));
        ann.page().evaluate("() => fetch('/createOrder')");
        ann.page().waitForCondition(() -> !ann.complaints().isEmpty());
    }
}
