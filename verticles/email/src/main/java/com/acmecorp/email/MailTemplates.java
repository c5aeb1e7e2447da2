package com.acmecorp.email;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The words of the mails in each language, from the files in {@code mails/}. They are compiled
 * once; HTML escapes everything that is put into it. A text file begins with the subject's line.
 */
final class MailTemplates {

    static final List<String> LANGUAGES = List.of("en", "es");

    private static final String SUBJECT = "Subject: ";
    private static final String END_OF_SUBJECT = "\n\n";
    private static final int TYPICAL_LENGTH = 5_000;

    private record Key(Template template, String language) {}

    private record Pair(PebbleTemplate text, PebbleTemplate html) {}

    private final Map<Key, Pair> pairs = new HashMap<>();

    MailTemplates() {
        PebbleEngine texts = engine(false);
        PebbleEngine pages = engine(true);
        for (Template template : Template.values()) {
            for (String language : LANGUAGES) {
                String file = template.fileName() + "." + language;
                PebbleTemplate text = texts.getTemplate(file + ".txt");
                PebbleTemplate html = pages.getTemplate(file + ".html");
                pairs.put(new Key(template, language), new Pair(text, html));
            }
        }
    }

    /** The language of mails for that locale: its own, or the first where it has no words. */
    static String languageFor(Locale locale) {
        return LANGUAGES.contains(locale.getLanguage())
                ? locale.getLanguage()
                : LANGUAGES.getFirst();
    }

    RenderedMail render(Template template, String language, Map<String, Object> words) {
        Pair pair = Objects.requireNonNull(pairs.get(new Key(template, language)));
        String text = fill(pair.text(), words);
        int end = text.indexOf(END_OF_SUBJECT);
        return new RenderedMail(
                text.substring(SUBJECT.length(), end),
                text.substring(end + END_OF_SUBJECT.length()),
                () -> fill(pair.html(), words));
    }

    private static PebbleEngine engine(boolean html) {
        ClasspathLoader files = new ClasspathLoader(MailTemplates.class.getClassLoader());
        files.setPrefix("mails");
        return new PebbleEngine.Builder()
                .loader(files)
                .autoEscaping(html)
                // In a text, a line ends where the template's line ends.
                .newLineTrimming(html)
                .strictVariables(true)
                .build();
    }

    private static String fill(PebbleTemplate template, Map<String, Object> words) {
        StringWriter page = new StringWriter(TYPICAL_LENGTH);
        try {
            template.evaluate(page, words);
        } catch (IOException e) {
            throw new UncheckedIOException("a template can't be filled: " + template.getName(), e);
        }
        return page.toString();
    }
}
