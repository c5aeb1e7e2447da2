package com.acmecorp.email;

import com.acmecorp.events.Markets;
import com.acmecorp.platform.text.MailText;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Puts letters into the words that their reader reads. */
final class LetterWriter {

    private final ConcurrentMap<Reader, LetterStyle> styles = new ConcurrentHashMap<>();
    private final PlantNames names = PlantNames.acme();
    private final LetterTemplates templates;
    private final CustomerLinks links;

    LetterWriter(Markets markets, LetterTemplates templates, CustomerLinks links) {
        this.templates = templates;
        this.links = links;
        markets.all().forEach(market -> style(Reader.of(market, null, null, null)));
    }

    RenderedLetter write(Letter letter) {
        String language = LetterTemplates.languageFor(letter.to().reader().locale());
        Map<String, Object> words = words(letter, letter.to());
        words.put("language", language);
        return templates.render(letter.template(), language, words);
    }

    private Map<String, Object> words(Letter letter, Addressee to) {
        Map<String, Object> words = new HashMap<>();
        words.put("order", to.order());
        words.put("name", MailText.name(OneLine.of(to.name())));
        words.put("trackingUrl", links.orderPage(to));
        words.put("shopUrl", links.shopUrl());
        words.put("shopName", links.shopName());
        addContents(letter, words);
        return words;
    }

    private void addContents(Letter letter, Map<String, Object> words) {
        Addressee to = letter.to();
        switch (letter) {
            case Letter.OrderReceived received -> {
                words.put("plants", received.plants().lines(names));
                words.put("others", received.plants().others());
                words.put("total", style(to.reader()).amount(received.total()));
            }
            case Letter.ReadyForDelivery _, Letter.DeliveryReminder _ ->
                words.put("deliveryUrl", links.delivery(to));
            case Letter.DeliveryConfirmed booked -> {
                words.put("deliveryUrl", links.delivery(to));
                words.put("street", MailText.place(OneLine.of(booked.street())));
                words.put("city", MailText.place(OneLine.of(booked.city())));
                words.put("day", style(to.reader()).day(booked.time()));
                words.put("hour", style(to.reader()).hour(booked.time()));
            }
            case Letter.OrderLinks _ -> {}
            case Letter.SentAgain again -> addContents(again.letter(), words);
            case Letter.OrderCancelled cancelled -> {
                words.put("total", style(to.reader()).amount(cancelled.total()));
                words.put("settlement", Objects.toString(cancelled.settlement(), ""));
            }
        }
    }

    private LetterStyle style(Reader reader) {
        return styles.computeIfAbsent(reader, LetterStyle::new);
    }
}
