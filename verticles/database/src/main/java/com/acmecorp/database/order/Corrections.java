package com.acmecorp.database.order;

/**
 * What operators changed of an order since it was placed.
 *
 * @param contact how often they corrected its contact data
 * @param links how often they replaced its links, which is the generation of those that are good
 */
public record Corrections(int contact, int links) {

    public static final Corrections NONE = new Corrections(0, 0);

    Corrections ofContact() {
        return new Corrections(contact + 1, links);
    }

    Corrections ofLinks() {
        return new Corrections(contact, links + 1);
    }
}
