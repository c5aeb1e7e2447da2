package com.acmecorp.email;

import com.acmecorp.platform.config.Settings;

/**
 * When customers are reminded of choosing a delivery time.
 *
 * @param hours between OrderDeliverable and the first reminder, and between two of them
 * @param most reminders that an order's customer gets; 0: nobody is reminded
 */
record ReminderConfig(int hours, int most) {

    static ReminderConfig from(Settings settings) {
        return new ReminderConfig(
                settings.number(
                        "email.reminderHours",
                        "after which a customer who has not chosen a delivery time is reminded, and again after as many",
                        48,
                        1,
                        1_000),
                settings.number(
                        "email.reminders",
                        "reminders that an order's customer gets, up to 3; 0: none",
                        1,
                        0,
                        3));
    }
}
