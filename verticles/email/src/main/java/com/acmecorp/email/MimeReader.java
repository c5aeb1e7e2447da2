package com.acmecorp.email;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a mail's texts. It goes by the parts' bytes and not by their content handlers, whose
 * registration doesn't survive being packed into one jar.
 */
final class MimeReader {

    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";

    private MimeReader() {}

    static CaughtMail read(MimeMessage mail, long id, Instant receivedAt) {
        try {
            Map<String, String> texts = new HashMap<>();
            collect(mail, texts);
            return new CaughtMail(
                    id,
                    names(mail.getAllRecipients()),
                    addresses(mail.getAllRecipients()),
                    mail.getSubject(),
                    receivedAt,
                    texts.getOrDefault(TEXT, ""),
                    texts.get(HTML));
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a person reads them: without the quotes that a header needs around some names. */
    private static String names(Address... recipients) {
        return all(recipients)
                .map(recipient -> recipient.getPersonal() == null
                        ? recipient.getAddress()
                        : recipient.getPersonal() + " <" + recipient.getAddress() + ">")
                .collect(Collectors.joining(", "));
    }

    private static Set<String> addresses(Address... recipients) {
        return all(recipients)
                .map(recipient -> recipient.getAddress().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Stream<InternetAddress> all(Address... recipients) {
        return Stream.of(recipients).map(InternetAddress.class::cast);
    }

    private static void collect(Part part, Map<String, String> texts)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, texts);
            }
        }
        for (String type : new String[] {TEXT, HTML}) {
            if (part.isMimeType(type)) {
                texts.putIfAbsent(type, utf8(part));
            }
        }
    }

    private static String utf8(Part part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
