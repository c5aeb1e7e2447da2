package com.acmecorp.platform.config;

/**
 * Settings that two contexts need, read in one place for both. Contexts don't know each other, and asking one another for a
 * setting would be a call for each order's page.
 */
public final class SharedSettings {

    private static final int MOST_HOURS = 720;

    private SharedSettings() {}

    /**
     * Hours before a delivery begins from which on its customer can't change it. The delivery context holds bookings against
     * it; the order context tells on the order's page until when.
     */
    public static int changeCutoffHours(Settings settings) {
        return settings.number("delivery.changeCutoffHours", 24, 0, MOST_HOURS);
    }
}
