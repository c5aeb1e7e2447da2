package com.acmecorp.email;

import com.acmecorp.events.Markets;
import com.acmecorp.platform.text.MailText;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Puts mails into the words that their reader reads. */
final class MailWriter {

    private final ConcurrentMap<Reader, MailStyle> styles = new ConcurrentHashMap<>();
    private final PlantNames names = PlantNames.acme();
    private final MailTemplates templates;
    private final CustomerLinks links;

    MailWriter(Markets markets, MailTemplates templates, CustomerLinks links) {
        this.templates = templates;
        this.links = links;
        markets.all().forEach(market -> style(Reader.of(market, null, null, null)));
    }

    RenderedMail write(CustomerMail mail) {
        String language = MailTemplates.languageFor(mail.to().reader().locale());
        Map<String, Object> words = words(mail, mail.to());
        words.put("language", language);
        return templates.render(mail.template(), language, words);
    }

    private Map<String, Object> words(CustomerMail mail, Addressee to) {
        Map<String, Object> words = new HashMap<>();
        words.put("order", to.order());
        words.put("name", MailText.name(OneLine.of(to.name())));
        words.put("trackingUrl", links.orderPage(to));
        words.put("shopUrl", links.shopUrl());
        words.put("shopName", links.shopName());
        addContents(mail, words);
        return words;
    }

    private void addContents(CustomerMail mail, Map<String, Object> words) {
        Addressee to = mail.to();
        switch (mail) {
            case CustomerMail.OrderReceived received -> {
                words.put("plants", received.plants().lines(names));
                words.put("others", received.plants().others());
                words.put("total", style(to.reader()).amount(received.total()));
            }
            case CustomerMail.ReadyForDelivery _, CustomerMail.DeliveryReminder _ ->
                words.put("deliveryUrl", links.delivery(to));
            case CustomerMail.DeliveryConfirmed booked -> {
                words.put("deliveryUrl", links.delivery(to));
                words.put("street", MailText.place(OneLine.of(booked.street())));
                words.put("city", MailText.place(OneLine.of(booked.city())));
                words.put("day", style(to.reader()).day(booked.time()));
                words.put("hour", style(to.reader()).hour(booked.time()));
            }
            case CustomerMail.OrderLinks _ -> {}
            case CustomerMail.SentAgain again -> addContents(again.mail(), words);
            case CustomerMail.OrderCancelled cancelled -> {
                words.put("total", style(to.reader()).amount(cancelled.total()));
                words.put("settlement", Objects.toString(cancelled.settlement(), ""));
            }
        }
    }

    private MailStyle style(Reader reader) {
        return styles.computeIfAbsent(reader, MailStyle::new);
    }
}
