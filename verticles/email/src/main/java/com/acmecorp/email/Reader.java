package com.acmecorp.email;

import com.acmecorp.events.Market;
import com.acmecorp.events.Place;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Locale;

/**
 * How somebody reads: there are as many as languages, countries and zones.
 *
 * @param locale the language, and how that country writes it
 * @param zone where times are read
 */
record Reader(Locale locale, ZoneId zone) {

    /** Of an order; one that tells neither language nor place is read as its market reads. */
    static Reader of(
            Market market,
            @Nullable String language,
            @Nullable String state,
            @Nullable String postalCode) {
        Place place = new Place(market.market(), state, postalCode);
        return new Reader(locale(market, language), place.toldZone().orElse(market.zone()));
    }

    /** As an event or a request tells it. */
    static Reader of(Market market, JsonObject detail) {
        return of(
                market,
                detail.getString("language"),
                detail.getString("state"),
                detail.getString("postalCode"));
    }

    private static Locale locale(Market market, @Nullable String language) {
        Locale wanted = language == null ? market.locale() : Locale.of(language, market.market());
        boolean isWritten = MailTemplates.LANGUAGES.contains(wanted.getLanguage());
        boolean isTheMarkets = wanted.getLanguage().equals(market.locale().getLanguage());
        return isWritten && !isTheMarkets ? wanted : market.locale();
    }
}
