package com.acmecorp.email;

/** The letters by name, as their files and the database's rows are called. */
enum Template {
    ORDER_RECEIVED("order-received"),
    READY_FOR_DELIVERY("ready-for-delivery"),
    DELIVERY_REMINDER("delivery-reminder"),
    DELIVERY_BOOKED("delivery-booked"),
    ORDER_CANCELLED("order-cancelled");

    private final String fileName;

    Template(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }
}
