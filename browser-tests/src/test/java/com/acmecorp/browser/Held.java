package com.acmecorp.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** A call that gets no answer before the test gives one. */
final class Held {

    private final Page page;
    private @Nullable Route call;

    Held(Page page, String address) {
        this.page = page;
        page.route(address, route -> call = route);
    }

    /** The call, once the page made it. */
    Route call() {
        page.waitForCondition(() -> call != null);
        return Objects.requireNonNull(call);
    }
}
