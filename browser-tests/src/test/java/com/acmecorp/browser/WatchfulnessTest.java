package com.acmecorp.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Mistakes that were planted in a page are found, so that other tests needn't doubt their silence. */
@BrowserTest
class WatchfulnessTest {

    private static final Map<String, String> COMPLAINTS = Map.of(
            "console.error('planted')", "console: planted",
            "setTimeout(() => { throw new Error('planted') })", "exception:",
            "fetch('/planted').catch(() => {})", "404 /planted",
            "document.body.setAttribute('style', 'color: red')", "inline style",
            "fetch('http://127.0.0.2/').catch(() => {})", "127.0.0.2");

    @Test
    void hearsWhatAPageComplainsOf(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.shop();
        COMPLAINTS.forEach((mistake, complaint) -> {
            ann.page().evaluate("() => { " + mistake + " }");
            ann.page()
                    .waitForCondition(() ->
                            ann.complaints().stream().anyMatch(heard -> heard.contains(complaint)));
            assertThatThrownBy(ann::hadNoTrouble).hasMessageContaining(complaint);
        });
        ann.foresee(ann.complaints().toArray(String[]::new));
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

    @Test
    void seesWhatKeepsPeopleOut(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.shop();
        ann.page().evaluate("""
                () => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync("main { width: 400px } main h1 { color: #777; background: #888 }");
                  document.adoptedStyleSheets = [sheet];
                }""");

        assertThatThrownBy(() -> ann.looksGood("planted"))
                .hasMessageContaining("320 px, DARK: color-contrast")
                .hasMessageContaining("1280 px, LIGHT: color-contrast")
                .hasMessageContaining("320 px: the page must be scrolled sideways");
    }
}
