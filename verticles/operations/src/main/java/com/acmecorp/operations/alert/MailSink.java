package com.acmecorp.operations.alert;

import com.acmecorp.platform.usecase.Request;
import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Tells an address, through the one context that sends mail. */
public record MailSink(UseCases useCases, String address) implements Sink {

    /** What the email context offers. */
    public static final String USE_CASE = "email.operations";

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Future<?> tell(Notice notice) {
        return useCases.call(
                USE_CASE,
                Request.of(JsonObject.of(
                        "to", address,
                        "id", id(notice),
                        "subject", subject(notice),
                        "text", notice.line())));
    }

    /** The same whenever this notice is sent, so that a mailbox can tell a repetition. */
    private static String id(Notice notice) {
        Alert alert = notice.alert();
        return "alert.%d.%d.%s"
                .formatted(
                        alert.raisedAt().toEpochMilli(),
                        alert.title().hashCode() & 0xFFFFFFFFL,
                        switch (notice) {
                            case Notice.Raised _ -> "raised";
                            case Notice.Changed _ -> "changed-" + alert.toldAt().toEpochMilli();
                            case Notice.Resolved _ -> "resolved";
                        });
    }

    private static String subject(Notice notice) {
        String title = notice.alert().title();
        return switch (notice) {
            case Notice.Raised _ -> "ALERT: " + title;
            case Notice.Changed _ -> "STILL: " + title;
            case Notice.Resolved _ -> "RESOLVED: " + title;
        };
    }
}
