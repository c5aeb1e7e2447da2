package com.acmecorp.email;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Money;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;

/** How amounts and times are written for a reader. */
final class MailStyle {

    private final Reader reader;
    private final DecimalFormat amounts;
    private final DateTimeFormatter days;
    private final DateTimeFormatter hours;
    private final String zone;

    MailStyle(Reader reader) {
        this.reader = reader;
        this.amounts = (DecimalFormat) NumberFormat.getCurrencyInstance(reader.locale());
        this.days = forReader(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL));
        this.hours = forReader(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
        this.zone = reader.zone().getDisplayName(TextStyle.FULL, reader.locale());
    }

    private DateTimeFormatter forReader(DateTimeFormatter format) {
        return format.withLocale(reader.locale()).withZone(reader.zone());
    }

    /**
     * An amount as the customer paid it, which may be in another currency than its market has by now; with the currency's
     * code, for many share the sign $.
     */
    String amount(Money money) {
        Currency currency = money.currency();
        DecimalFormat format = (DecimalFormat) amounts.clone();
        format.setCurrency(currency);
        format.setDecimalFormatSymbols(narrow(format.getDecimalFormatSymbols()));
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        String text = plain(format.format(money.decimal()));
        return text.contains(currency.getCurrencyCode()) ? text : text + " " + currency;
    }

    /** English has MX$ for the sign $, though the code tells already whose it is. */
    private static DecimalFormatSymbols narrow(DecimalFormatSymbols symbols) {
        String sign = symbols.getCurrencySymbol();
        symbols.setCurrencySymbol(sign.endsWith("$") ? "$" : sign);
        return symbols;
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
