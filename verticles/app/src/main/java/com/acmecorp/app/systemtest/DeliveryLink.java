package com.acmecorp.app.systemtest;

/** What a customer needs of the link in a mail to choose a delivery time. */
record DeliveryLink(long orderId, String token) {}
