package com.acmecorp.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts of strangers meet no pattern of java.util.regex, which judges some of them by recursion, or by going back for ever.
 * They are judged by plain code or by RE2.
 */
class RegularExpressionsTest {

    /** These read our own texts: settings, and files of the jar. Only Cause reads errors, of which it takes the beginning. */
    private static final Set<String> ALLOWED = Set.of(
            "com.acmecorp.database.RepeatableStatements",
            "com.acmecorp.database.deadletter.Cause",
            "com.acmecorp.database.embedded.ServerProgram",
            "com.acmecorp.email.CustomerLinks",
            "com.acmecorp.email.EmailConfig",
            "com.acmecorp.events.ClosedDay",
            "com.acmecorp.operations.alert.AlertConfig",
            "com.acmecorp.order.payment.Banks",
            "com.acmecorp.platform.config.Loopback",
            "com.acmecorp.platform.config.SettingNames",
            "com.acmecorp.platform.config.Settings",
            "com.acmecorp.platform.party.PartyConfig");

    private static final Set<String> BY_PATTERN = Set.of("matches", "replaceAll", "replaceFirst");

    /** A text of one character, or of an escaped one, which String.split finds without a pattern. */
    private static final Pattern SPLIT =
            Pattern.compile("\\.split\\(\"(?!(?:[^\\\\.$|()\\[{^?*+]|\\\\\\\\\\W)\")");

    private static final JavaClasses ACME = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("com.acmecorp");

    @Test
    void onlyOurOwnTextsMeetPatternsThatMayGoBack() {
        assertThat(ACME).hasSizeGreaterThan(500);
        rule(ALLOWED).check(ACME);
    }

    @Test
    void nobodyIsAllowedToWhoDoesNot() {
        List<String> uses = rule(Set.of()).evaluate(ACME).getFailureReport().getDetails();

        assertThat(ALLOWED)
                .allMatch(name -> uses.stream().anyMatch(use -> use.contains("<" + name + ".")));
    }

    @Test
    void textsAreSplitAtSingleCharacters() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(SPLIT);
        }
    }

    private static ArchRule rule(Set<String> allowed) {
        return noClasses()
                .that(areNotTools())
                .and(describe("aren't allowed to", type -> !allowed.contains(outermost(type))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.regex"))
                .orShould()
                .callMethodWhere(
                        describe("is a pattern of String", RegularExpressionsTest::isByPattern));
    }

    /** The system test, torture and fuzzer talk to systems of ours. */
    private static DescribedPredicate<JavaClass> areNotTools() {
        return DescribedPredicate.not(resideInAnyPackage(
                "com.acmecorp.app.systemtest..",
                "com.acmecorp.app.torture..",
                "com.acmecorp.app.fuzz.."));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static boolean isByPattern(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(String.class)
                && BY_PATTERN.contains(call.getName());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../.."))) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().matches(".*/app/(systemtest|torture|fuzz)/.*"))
                    .filter(file -> ALLOWED.stream()
                            .noneMatch(type -> file.endsWith(type.replace('.', '/') + ".java")))
                    .toList();
        }
    }
}
