package com.acmecorp.app;

import picocli.CommandLine.IVersionProvider;

import java.util.Objects;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"ACME Potted Plants " + number()};
    }

    private static String number() {
        return Objects.requireNonNullElse(
                Main.class.getPackage().getImplementationVersion(), "(built from source)");
    }
}
