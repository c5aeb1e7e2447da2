package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The delivery's page: choosing a time, seeing it booked, changing it once. */
record DeliveryPage(Visitor visitor) {

    Locator times() {
        return visitor.page().getByRole(AriaRole.RADIO);
    }

    /** The first of the times as it reads. */
    Locator firstTime() {
        return visitor.page().locator(".choices label").first();
    }

    /** The time with that number, as the server counts: epoch milliseconds. */
    Locator time(String epochMs) {
        return visitor.page().locator("input[type=radio][value='" + epochMs + "']");
    }

    /** Chooses one of the times and answers it. */
    String choose(int number) {
        Locator time = times().nth(number);
        time.check();
        return time.getAttribute("value");
    }

    void book() {
        visitor.button("delivery.book").click();
    }

    void isBooked() {
        assertThat(visitor.find(AriaRole.HEADING, "delivery.isBooked")).isVisible();
    }

    /** The latest one, which can be changed for the longest time. */
    void bookAny() {
        times().last().check();
        book();
        isBooked();
    }

    Locator changeButton() {
        return visitor.button("delivery.change");
    }

    Locator confirmation() {
        return visitor.find(AriaRole.DIALOG, "delivery.confirm");
    }

    void says(String key) {
        assertThat(visitor.sentence(key).first()).isVisible();
    }
}
