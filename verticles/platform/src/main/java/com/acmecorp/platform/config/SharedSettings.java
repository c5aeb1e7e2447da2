package com.acmecorp.platform.config;

import java.nio.file.Path;

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
        return settings.number(
                "delivery.changeCutoffHours",
                "hours before a delivery begins from which on its customer can't change it; 0: until it begins",
                24,
                0,
                MOST_HOURS);
    }

    /** Whether test orders are taken; the order context takes them, the start tells of it. */
    public static boolean acceptTestOrders(Settings settings) {
        return settings.flag(
                "order.acceptTestOrders",
                "whether test orders are taken, at the price that they name; in local mode `conf/local.json` says `true`",
                false);
    }

    /** The folder of what must outlive the process. */
    public static Path dataDirectory(Settings settings) {
        return Path.of(settings.text(
                "data.directory",
                "folder of the embedded database and of the secret for links; relative to where it is started",
                "acme-data"));
    }
}
