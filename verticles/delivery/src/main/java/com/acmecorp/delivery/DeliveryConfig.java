package com.acmecorp.delivery;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SharedSettings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Settings of the delivery context.
 *
 * @param partner where it is; unless that is set, it is a sandbox
 * @param rule which slots the sandbox partner offers
 * @param slotCapacity deliveries that fit into one slot
 * @param mostPerUnpaidBuyer deliveries to come of one buyer whose orders aren't paid; 0: any number
 * @param changeCutoffHours before it begins, a booked delivery can't be changed by its customer
 * @param refuseShare of the reservations that the sandbox partner refuses, 0 to 1
 * @param sandbox how the sandbox partner answers
 */
public record DeliveryConfig(
        PartyConfig partner,
        SlotRule rule,
        int slotCapacity,
        int mostPerUnpaidBuyer,
        int changeCutoffHours,
        double refuseShare,
        SandboxBehaviour sandbox) {

    /** Where an address tells no zone: hours that suit both markets, for Mexico City is one or two hours behind. */
    private static final String ZONE = "America/New_York";

    private static final List<String> HOURS = List.of("9", "11", "13", "15", "17");
    private static final List<String> HOURS_OF_A_DAY =
            IntStream.range(0, 24).mapToObj(Integer::toString).toList();

    public static DeliveryConfig from(Settings settings) {
        return new DeliveryConfig(
                PartyConfig.from(settings, "delivery"),
                rule(settings),
                settings.number(
                        "delivery.slotCapacity", "deliveries at one time", 50, 1, 1_000_000),
                settings.number(
                        "delivery.mostPerUnpaidBuyer",
                        "deliveries to come that one mailbox, or one organization, may have for orders that aren't paid; 0: any number",
                        10,
                        0,
                        1_000_000),
                SharedSettings.changeCutoffHours(settings),
                settings.share(
                        "delivery.refuseShare",
                        "sandbox: share of reservations that are refused",
                        0),
                SandboxBehaviour.from(settings, "delivery"));
    }

    private static SlotRule rule(Settings settings) {
        int firstDayAhead = settings.number(
                "delivery.firstDayAhead",
                "sandbox: first day with delivery times, in days from today",
                1,
                0,
                364);
        int daysAhead = settings.number(
                "delivery.daysAhead",
                "sandbox: last day with delivery times, in days from today; Sundays are left out",
                14,
                1,
                365);
        if (daysAhead <= firstDayAhead) {
            settings.error("delivery.daysAhead", "must be more than delivery.firstDayAhead");
        }
        List<Integer> hours = settings
                .choices(
                        "delivery.hours",
                        "sandbox: hours of a day at which deliveries begin",
                        HOURS,
                        HOURS_OF_A_DAY)
                .stream()
                .map(Integer::valueOf)
                .toList();
        return new SlotRule(firstDayAhead, daysAhead, hours, zone(settings));
    }

    private static ZoneId zone(Settings settings) {
        String zone = settings.text(
                "delivery.zone",
                "sandbox: time zone of these hours, where an order's address tells none",
                ZONE);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            settings.error(
                    "delivery.zone",
                    "expected a time zone such as America/New_York, found " + zone);
            return ZoneId.of(ZONE);
        }
    }
}
