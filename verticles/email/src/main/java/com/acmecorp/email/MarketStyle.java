package com.acmecorp.email;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Market;
import com.acmecorp.events.Money;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;

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
        this.days = inMarket(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL));
        this.hours = inMarket(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
        this.zone = market.zone().getDisplayName(TextStyle.FULL, market.locale());
    }

    private DateTimeFormatter inMarket(DateTimeFormatter format) {
        return format.withLocale(market.locale()).withZone(market.zone());
    }

    /**
     * An amount as the customer paid it, which may be in another currency than the market has by now; with the currency's
     * code, for many share the sign $.
     */
    String amount(Money money) {
        Currency currency = money.currency();
        NumberFormat format = (NumberFormat) amounts.clone();
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        String text = plain(format.format(money.decimal()));
        return text.contains(currency.getCurrencyCode()) ? text : text + " " + currency;
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
