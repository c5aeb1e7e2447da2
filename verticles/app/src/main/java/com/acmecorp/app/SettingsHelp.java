package com.acmecorp.app;

import com.acmecorp.platform.config.Setting;
import com.acmecorp.platform.config.Settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every setting that there is, by topic: for {@code run --help-settings} and for docs/configuration.md. */
final class SettingsHelp {

    /**
     * What some settings are about.
     *
     * @param roots first words of their keys
     */
    private record Topic(String title, List<String> roots) {

        private static Topic of(String title, String... roots) {
            return new Topic(title, List.of(roots));
        }
    }

    private static final List<Topic> TOPICS = List.of(
            Topic.of("This process", "contexts", "data", "links", "log"),
            Topic.of("Limits that all contexts share", "platform"),
            Topic.of("Dealings with each third party that has a URL", "parties"),
            Topic.of("How events travel", "events", "aws", "eventbridge", "sqs"),
            Topic.of("Database", "database"),
            Topic.of("What a client's GraphQL request may ask for", "graphql"),
            Topic.of("The journal of events", "journal"),
            Topic.of("Order", "order"),
            Topic.of("Stock", "stock"),
            Topic.of("Finance", "finance"),
            Topic.of("Email", "email"),
            Topic.of("Delivery", "delivery"),
            Topic.of("Operations", "operations"),
            Topic.of("Web", "http"),
            Topic.of("When createOrder answers 503 before it reads the request", "admission"),
            Topic.of(
                    "What one client may take, counted in each process; 0: no limit; beyond, 429 with Retry-After",
                    "limits"),
            Topic.of("The third parties, played by us", "simulators"));

    private final Map<String, List<Setting>> byRoot;

    private SettingsHelp(List<Setting> settings) {
        this.byRoot = settings.stream().collect(Collectors.groupingBy(Setting::root));
    }

    /** Of all contexts, whether they run here or not. */
    static SettingsHelp acme() {
        return new SettingsHelp(all());
    }

    static List<Setting> all() {
        Settings settings = new Settings(List.of(), Map.of());
        AppConfig.from(settings, Contexts.names());
        Contexts.read(settings);
        return settings.known();
    }

    /** For a terminal. */
    String text() {
        return TOPICS.stream()
                .map(topic -> topic.title() + "\n\n" + lines(topic))
                .collect(Collectors.joining("\n"));
    }

    private String lines(Topic topic) {
        return settings(topic).stream()
                .map(setting -> "  %s = %s%n      %s%n"
                        .formatted(
                                setting.key(),
                                setting.standardText(),
                                setting.about().replace("`", "")))
                .collect(Collectors.joining());
    }

    /** A table for each topic. */
    String markdown() {
        return TOPICS.stream()
                .map(topic -> "### %s%n%n| setting | default | what it is |%n|---|---|---|%n%s"
                        .formatted(topic.title(), rows(topic)))
                .collect(Collectors.joining("\n"));
    }

    private String rows(Topic topic) {
        return settings(topic).stream()
                .map(setting -> "| `%s` | %s | %s |%n"
                        .formatted(setting.key(), code(setting.standardText()), setting.about()))
                .collect(Collectors.joining());
    }

    private static String code(String value) {
        return value.equals("–") ? value : "`" + value + "`";
    }

    private List<Setting> settings(Topic topic) {
        return topic.roots().stream()
                .flatMap(root -> byRoot.getOrDefault(root, List.of()).stream())
                .toList();
    }
}
