package com.acmecorp.app;

import com.acmecorp.aws.testing.FakeCloud;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The journey through EventBridge and SQS, whose rules and queues are those of the template that is deployed. */
class EventBridgeJourneyTest extends JourneyTest {

    private static final FakeCloud CLOUD = FakeCloud.fromTemplate();

    EventBridgeJourneyTest(@TempDir(factory = WithDatabase.class) Path data) {
        super(data, CLOUD.settings());
    }

    @Override
    @AfterAll
    void close() {
        super.close();
        CLOUD.close();
    }
}
