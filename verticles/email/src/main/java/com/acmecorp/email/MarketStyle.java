package com.acmecorp.email;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Market;
import com.acmecorp.events.UsdCents;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;

/** How a market writes amounts and times. */
final class MarketStyle {

    private final Market market;
    private final NumberFormat amounts;
    private final DateTimeFormatter times;
    private final String zone;

    MarketStyle(Market market) {
        this.market = market;
        this.amounts = NumberFormat.getCurrencyInstance(market.locale());
        this.amounts.setCurrency(market.currency());
        this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(market.locale())
                .withZone(market.zone());
        this.zone = market.zone().getDisplayName(TextStyle.FULL, market.locale());
    }

    /** A price as the customer paid it. */
    String amount(UsdCents price) {
        NumberFormat format = (NumberFormat) amounts.clone();
        return plain(format.format(market.localPrice(price).decimal()));
    }

    /** Day, hour and the zone they are read in. */
    String time(DeliveryTime time) {
        return plain(times.format(time.instant())) + " (" + zone + ")";
    }

    /** Java writes narrow and unbreakable spaces, which some mail programs show as boxes. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
