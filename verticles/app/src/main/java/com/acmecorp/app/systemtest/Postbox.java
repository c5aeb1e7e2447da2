package com.acmecorp.app.systemtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The post of all customers of a system. It remembers how often each mail came, by its Message-ID, and hands on the
 * first link of each order to choose a delivery time with. Safe for several threads.
 *
 * <p>A sender that is killed after the mail server took a mail, and before it has noted so, leaves that mail to be sent
 * again: no sender can do better. So one that came just before a kill may come twice.
 */
public final class Postbox {

    private static final List<String> EXPECTED =
            List.of("order-received", "ready-for-delivery", "delivery-booked");
    private static final String HAS_THE_LINK = "ready-for-delivery";

    /** Order, template, and what tells several mails of a template apart. */
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<(\\d+)\\.([a-z-]+)(\\.\\d+)?@\\S+>");

    private static final Pattern LINK =
            Pattern.compile("/delivery#order=(\\d+)&token=([A-Za-z0-9_-]+)");

    /** From when a mail server takes a mail until its sender has noted so, on a busy machine. */
    private static final Duration UNNOTED = Duration.ofSeconds(3);

    private final Map<Long, Letters> letters = new TreeMap<>();
    private final Map<String, Long> firstCameAtNs = new HashMap<>();
    private final Set<String> mayComeTwice = new HashSet<>();
    private final List<String> oddities = new ArrayList<>();
    private Consumer<DeliveryLink> reader = link -> {};
    private int forgiven;

    /** What came for an order: how often each Message-ID, and how many mails of each template. */
    private record Letters(Map<String, Integer> byId, Map<String, Integer> byTemplate) {

        Letters() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        /** Answers whether this Message-ID is a new one. */
        boolean add(String messageId, String template) {
            boolean first = !byId.containsKey(messageId);
            byId.merge(messageId, 1, Integer::sum);
            byTemplate.merge(template, 1, Integer::sum);
            return first;
        }

        void forget(String messageId, String template) {
            byId.merge(messageId, -1, Integer::sum);
            byTemplate.merge(template, -1, Integer::sum);
        }
    }

    /** Who reads the mails with links from now on; called on the thread that brings the mail. */
    synchronized void readBy(Consumer<DeliveryLink> next) {
        reader = next;
    }

    /** Takes a mail in. */
    public synchronized void take(String messageId, String text) {
        Matcher id = MESSAGE_ID.matcher(messageId);
        if (!id.matches()) {
            oddities.add("a mail came that is about no order: " + messageId);
            return;
        }
        long order = Long.parseLong(id.group(1));
        Letters before = letters.computeIfAbsent(order, first -> new Letters());
        boolean isNew = before.add(messageId, id.group(2));
        firstCameAtNs.putIfAbsent(messageId, System.nanoTime());
        if (!isNew && mayComeTwice.remove(messageId)) {
            before.forget(messageId, id.group(2));
            forgiven++;
        }
        if (isNew && id.group(2).equals(HAS_THE_LINK)) {
            read(order, text);
        }
    }

    /** A process that sends mails was killed just now. */
    public synchronized void senderWasKilled() {
        long since = System.nanoTime() - UNNOTED.toNanos();
        firstCameAtNs.forEach((id, cameAtNs) -> {
            if (cameAtNs >= since) {
                mayComeTwice.add(id);
            }
        });
    }

    /** How many mails came twice, because their sender was killed. */
    public synchronized int forgiven() {
        return forgiven;
    }

    private void read(long order, String text) {
        Matcher link = LINK.matcher(text);
        if (link.find() && Long.parseLong(link.group(1)) == order) {
            reader.accept(new DeliveryLink(order, link.group(2)));
        } else {
            oddities.add("order " + order + ": its mail has no link to choose a time with");
        }
    }

    /** Whether each of these orders has had at least as many mails as it should. */
    synchronized boolean isCompleteFor(Iterable<Long> orders) {
        for (Long order : orders) {
            Letters came = letters.get(order);
            if (came == null || came.byTemplate().size() < EXPECTED.size()) {
                return false;
            }
        }
        return true;
    }

    /** What differs from three mails for an order, each of them once; sentences. */
    synchronized List<String> differences(long order) {
        Letters came = letters.getOrDefault(order, new Letters());
        List<String> differences = new ArrayList<>();
        came.byId().forEach((id, count) -> {
            if (count > 1) {
                differences.add("order %d: the mail %s came %d times".formatted(order, id, count));
            }
        });
        EXPECTED.stream()
                .filter(template -> !came.byTemplate().containsKey(template))
                .forEach(template -> differences.add(
                        "order %d: its mail %s never came".formatted(order, template)));
        came.byTemplate().forEach((template, count) -> {
            if (!EXPECTED.contains(template)) {
                differences.add("order %d: got the mail %s, which nobody asked for"
                        .formatted(order, template));
            } else if (count > 1) {
                differences.add("order %d: got %d mails %s".formatted(order, count, template));
            }
        });
        return differences;
    }

    /** What came for orders that nobody was promised, or for none at all; sentences. */
    synchronized List<String> strays(Set<Long> promised) {
        List<String> strays = new ArrayList<>(oddities);
        letters.keySet().stream()
                .filter(order -> !promised.contains(order))
                .forEach(order ->
                        strays.add("order " + order + ": got a mail, but was never acknowledged"));
        return strays;
    }
}
