package com.acmecorp.email;

import com.acmecorp.events.Market;
import com.acmecorp.events.OrderId;

/**
 * To whom a letter goes, and about which order.
 *
 * @param market whose language and zone the customer reads
 * @param isTest whether the letter is kept and never sent
 */
record Addressee(OrderId order, String name, String email, Market market, boolean isTest) {}
