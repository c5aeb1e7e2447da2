package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Customers;
import com.acmecorp.app.systemtest.Postbox;
import com.acmecorp.app.systemtest.Probe;
import com.acmecorp.app.systemtest.Witness;
import com.acmecorp.email.MailServer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is around a system that has customers rather than tests: they, the mail server that brings them their mails, and
 * the ports at which the system is open.
 *
 * @param ports of the system: the public one and the private one
 */
record Town(
        List<Integer> ports,
        MailServer mails,
        Postbox postbox,
        Customers customers,
        OpenAlerts alerts)
        implements AutoCloseable {

    /** Who pays upfront, each at another provider. */
    static final List<String> PAY_UPFRONT = List.of("B2C/US", "B2C/MX");

    static final String IS_INVOICED = "B2B/US";

    private static final int ROOM_FOR_ALL = 1_000_000;

    /**
     * Opens its mail server.
     *
     * @param witness who is asked, too, whether all is well
     */
    static Town open(Witness witness) {
        List<Integer> ports = FreePorts.find(3);
        Postbox postbox = new Postbox();
        MailServer mails = MailServer.open(
                ports.getLast(), mail -> postbox.take(mail.messageId(), mail.text()));
        OpenAlerts alerts = new OpenAlerts(new JsonApi(Attack.url(ports.get(1))));
        return new Town(
                ports.subList(0, 2), mails, postbox, new Customers(postbox, witness), alerts);
    }

    /** A system in which customers order, and of whose parts operators must hear, by the titles of alerts. */
    Scene scene(Victim victim, Strike strike, List<String> titles, AutoCloseable surroundings) {
        return Scene.of(
                        victim,
                        Attack.url(ports.getFirst()),
                        Attack.url(ports.getLast()),
                        strike,
                        surroundings)
                .ordering(customers::begin)
                .alarming(titles.stream().map(Alarm::meanwhile).toArray(Alarm[]::new));
    }

    /** Of a system that has all that it needs in its own process. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Attack.settings(ports));
        settings.putAll(around());
        return settings;
    }

    /** Of any system that is here, wherever it is open. */
    Map<String, String> around() {
        return Map.of(
                "email.smtpHost",
                "127.0.0.1",
                "email.smtpPort",
                String.valueOf(mails.port()),
                "email.smtpTls",
                "off",
                "delivery.slotCapacity",
                String.valueOf(ROOM_FOR_ALL));
    }

    /** Whether the system says that it takes orders. */
    boolean isReady() {
        JsonApi staff = new JsonApi(Attack.url(ports.getLast()));
        return "UP".equals(staff.get("/health/ready").getString("status"));
    }

    /** Lets a customer of that segment order, who must be accepted; answers what is wrong. */
    List<String> mustAccept(String segment) {
        return customers.ask(segment, 1).stream()
                .filter(probe -> !probe.isAcknowledged())
                .map(probe -> "an order of %s wasn't accepted: %s".formatted(segment, probe))
                .toList();
    }

    List<Probe> ask(String segment, int atOnce) {
        return customers.ask(segment, atOnce);
    }

    @Override
    public void close() {
        mails.close();
    }
}
