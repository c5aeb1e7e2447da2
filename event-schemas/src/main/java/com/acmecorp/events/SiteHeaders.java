package com.acmecorp.events;

import com.fasterxml.jackson.core.type.TypeReference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers of the shop's files, whoever serves them: read from {@code site-headers.json}, by a
 * process as by the template of the cloud.
 *
 * @param everyFile what goes with all of them
 * @param overTls what goes with those that travel encrypted
 * @param documents what goes with what a browser shows by itself, besides the policy
 * @param contentSecurityPolicy what a document may load and do
 * @param pictureFiles names of pictures, such as {@code *.svg}
 * @param pictures what goes with pictures
 * @param otherFiles what goes with all but pictures
 */
public record SiteHeaders(
        Map<String, String> everyFile,
        Map<String, String> overTls,
        Map<String, String> documents,
        List<String> contentSecurityPolicy,
        List<String> pictureFiles,
        Map<String, String> pictures,
        Map<String, String> otherFiles) {

    private static final SiteHeaders SHOP =
            EventJson.resource("/site-headers.json", new TypeReference<>() {});

    private static final String CALLS = "connect-src ";

    public SiteHeaders {
        everyFile = Map.copyOf(everyFile);
        overTls = Map.copyOf(overTls);
        documents = Map.copyOf(documents);
        contentSecurityPolicy = List.copyOf(contentSecurityPolicy);
        pictureFiles = List.copyOf(pictureFiles);
        pictures = Map.copyOf(pictures);
        otherFiles = Map.copyOf(otherFiles);
    }

    public static SiteHeaders shop() {
        return SHOP;
    }

    /** The same for pages that may do other things. */
    public SiteHeaders withPolicy(List<String> policy) {
        return new SiteHeaders(
                everyFile, overTls, documents, policy, pictureFiles, pictures, otherFiles);
    }

    /** The headers of the file, but for a document's. */
    public Map<String, String> ofFile(String name) {
        return both(everyFile, isPicture(name) ? pictures : otherFiles);
    }

    /** The further headers of a document, whose scripts may also call these origins. */
    public Map<String, String> ofDocument(Set<String> origins) {
        return both(documents, Map.of("Content-Security-Policy", policy(origins)));
    }

    private boolean isPicture(String name) {
        return pictureFiles.stream().anyMatch(files -> name.endsWith(files.substring(1)));
    }

    private String policy(Set<String> origins) {
        String calls = String.join(" ", origins);
        return String.join(
                "; ",
                contentSecurityPolicy.stream()
                        .map(directive -> directive.startsWith(CALLS)
                                ? (directive + " " + calls).strip()
                                : directive)
                        .toList());
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }
}
