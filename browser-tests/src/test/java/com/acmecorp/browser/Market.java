package com.acmecorp.browser;

/** Where somebody shops from: how their browser is set up, and so which language the shop speaks to them. */
enum Market {
    US("en-US", "America/New_York", "en"),
    MX("es-MX", "America/Mexico_City", "es");

    private final String locale;
    private final String zone;
    private final String language;

    Market(String locale, String zone, String language) {
        this.locale = locale;
        this.zone = zone;
        this.language = language;
    }

    String locale() {
        return locale;
    }

    String zone() {
        return zone;
    }

    Words words() {
        return Words.in(language);
    }
}
