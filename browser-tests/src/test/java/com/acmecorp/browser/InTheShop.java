package com.acmecorp.browser;

import com.acmecorp.app.OpenShop;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives a test its {@link Visitors}. One shop and one browser serve all tests; nothing else is shared: each visitor has
 * cookies, storage and mail address alone. A test in which a page complains on its console, calls another host or gets
 * an answer that the test didn't foresee fails at its end; a test that fails leaves pictures in target/.
 */
final class InTheShop implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(InTheShop.class);
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final double PATIENCE_MS = 20_000;

    /** What all tests share; JUnit closes it after the last one. */
    private record Shared(Path data, OpenShop shop, Chromium chromium) implements AutoCloseable {

        /** Room for one delivery at a time, so that a time can be taken. */
        static Shared open() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            Chromium chromium = new Chromium(TARGET);
            try {
                Path data =
                        Files.createTempDirectory(Files.createDirectories(TARGET), "acme-data-");
                return new Shared(
                        data,
                        new OpenShop(
                                data,
                                Map.of(
                                        "delivery.slotCapacity", "1",
                                        "delivery.firstDayAhead", "3")),
                        chromium);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Visitors visitors() {
            return new Visitors(shop, chromium.browser());
        }

        @Override
        public void close() {
            chromium.close();
            shop.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .computeIfAbsent(Visitors.class, absent -> shared(test).visitors(), Visitors.class);
    }

    private static Shared shared(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Shared.class, absent -> Shared.open(), Shared.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Visitors visitors = test.getStore(NAMESPACE).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        test.getExecutionException()
                .ifPresentOrElse(
                        failure -> {
                            visitors.takePictures(TARGET.resolve("pictures"), name(test));
                            failure.addSuppressed(new AssertionError(
                                    "the pages complained of " + visitors.complaints()));
                        },
                        visitors::hadNoTrouble);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Visitors visitors = test.getStore(NAMESPACE).get(Visitors.class, Visitors.class);
        if (visitors != null) {
            visitors.leave();
        }
    }

    private static String name(ExtensionContext test) {
        return test.getRequiredTestClass().getSimpleName() + "-"
                + test.getDisplayName().replaceAll("\\W+", "-");
    }
}
