package com.acmecorp.app;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** The journey on the event bus of one process. */
class BusJourneyTest extends JourneyTest {

    BusJourneyTest(@TempDir(factory = WithDatabase.class) Path data) {
        super(data, Map.of());
    }
}
