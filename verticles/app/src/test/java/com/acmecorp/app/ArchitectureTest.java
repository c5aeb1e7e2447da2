package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Holds the walls between the contexts. That each wall holds is proven by a violation in {@code com.acmecorp.planted}. */
class ArchitectureTest {

    private static final JavaClasses ACME = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("com.acmecorp");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("com.acmecorp.planted");

    static List<ArchRule> walls() {
        return Walls.of("com.acmecorp", Contexts.names());
    }

    static List<ArchRule> plantedWalls() {
        return Walls.of("com.acmecorp.planted", List.of("order", "stock"));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void wallsHold(ArchRule wall) {
        wall.check(ACME);
    }

    @ParameterizedTest
    @MethodSource("plantedWalls")
    void eachWallStopsItsViolation(ArchRule wall) {
        assertThat(wall.evaluate(PLANTED).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyModule")
    void seesTheCodeItGuards(String module) {
        assertThat(ACME.stream()
                        .filter(type -> type.getPackageName().startsWith("com.acmecorp." + module))
                        .findFirst())
                .isPresent();
    }

    static List<String> everyModule() {
        return Stream.concat(
                        Stream.of("events", "platform", "aws", "simulators", "app"),
                        Contexts.names().stream())
                .toList();
    }
}
