package com.acmecorp.email;

import java.util.Optional;
import java.util.stream.Stream;

/** The mails by name, as their files and the database's rows are called. */
enum Template {
    ORDER_RECEIVED("order-received"),
    READY_FOR_DELIVERY("ready-for-delivery"),
    DELIVERY_REMINDER("delivery-reminder"),
    DELIVERY_BOOKED("delivery-booked"),
    ORDER_CANCELLED("order-cancelled"),
    ORDER_LINKS("order-links");

    private final String fileName;

    Template(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    /** The template of that name, if there is one. */
    static Optional<Template> named(String fileName) {
        return Stream.of(values())
                .filter(template -> template.fileName.equals(fileName))
                .findFirst();
    }
}
