package com.acmecorp.app;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

import java.io.IOException;
import java.nio.file.Path;

/** Data directories of systems, with a database that was prepared. */
final class WithDatabase implements TempDirFactory {

    private final InTarget directories = new InTarget();

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
            throws IOException {
        Path data = directories.createTempDirectory(element, test);
        PreparedDatabase.copyTo(data);
        return data;
    }
}
