package com.acmecorp.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A country that ACME sells in. Adding one is a row in {@code markets.json}.
 *
 * @param market ISO 3166 code, as orders carry it
 * @param usdRate units of the local currency for one US dollar
 * @param locale language of pages and e-mails, and how amounts and times are written
 * @param zone where delivery times are read unless an address tells another, see {@link Place}
 * @param closedDays on which nothing is delivered there
 */
public record Market(
        String market,
        String name,
        Currency currency,
        BigDecimal usdRate,
        Locale locale,
        ZoneId zone,
        List<ClosedDay> closedDays) {

    public Market {
        // Jackson gives null where the JSON has none.
        closedDays = closedDays == null ? List.of() : List.copyOf(closedDays);
    }

    /** Whether nothing is delivered there on the day of that moment, as one of its zones has it. */
    public boolean isClosedAt(Instant moment, ZoneId where) {
        return isClosed(LocalDate.ofInstant(moment, where));
    }

    /** Whether nothing is delivered there on that day. */
    public boolean isClosed(LocalDate day) {
        return closedDays.stream().anyMatch(closed -> closed.is(day));
    }

    /** The names of all zones in which times are read there, in the order of the alphabet. */
    public NavigableSet<String> zones() {
        NavigableSet<String> zones = new TreeSet<>(List.of(zone.getId()));
        ZoneMap.of(market).map(ZoneMap::zones).ifPresent(zones::addAll);
        return zones;
    }

    /** The local price is computed, never stored a second time. */
    public Money localPrice(UsdCents price) {
        long minorUnits = usdRate.multiply(BigDecimal.valueOf(price.value()))
                .movePointRight(currency.getDefaultFractionDigits() - 2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Money(minorUnits, currency);
    }
}
