package com.acmecorp.operations.alert;

import io.vertx.core.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever reads the log: an ERROR is for someone to wake. */
public final class LogSink implements Sink {

    private static final Logger LOG = LoggerFactory.getLogger(LogSink.class);

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Future<?> tell(Notice notice) {
        switch (notice) {
            case Notice.Raised raised -> LOG.error(raised.line());
            case Notice.Changed changed -> LOG.warn(changed.line());
            case Notice.Resolved resolved -> LOG.info(resolved.line());
        }
        return Future.succeededFuture();
    }
}
