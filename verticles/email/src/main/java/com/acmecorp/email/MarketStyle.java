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
    private final DateTimeFormatter days;
    private final DateTimeFormatter hours;
    private final String zone;

    MarketStyle(Market market) {
        this.market = market;
        this.amounts = NumberFormat.getCurrencyInstance(market.locale());
        this.amounts.setCurrency(market.currency());
        this.days = inMarket(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL));
        this.hours = inMarket(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
        this.zone = market.zone().getDisplayName(TextStyle.FULL, market.locale());
    }

    private DateTimeFormatter inMarket(DateTimeFormatter format) {
        return format.withLocale(market.locale()).withZone(market.zone());
    }

    /** A price as the customer paid it; with the currency's code, for many share the sign $. */
    String amount(UsdCents price) {
        NumberFormat format = (NumberFormat) amounts.clone();
        return plain(format.format(market.localPrice(price).decimal())) + " " + market.currency();
    }

    String day(DeliveryTime time) {
        return plain(days.format(time.instant()));
    }

    /** The hour and the zone it is read in. */
    String hour(DeliveryTime time) {
        return plain(hours.format(time.instant())) + " (" + zone + ")";
    }

    /** Java writes narrow and unbreakable spaces, which some mail programs show as boxes. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
