package com.acmecorp.app;

import com.acmecorp.database.embedded.DatabaseStartException;
import com.acmecorp.platform.config.SettingsException;
import com.acmecorp.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.net.BindException;
import java.nio.file.FileSystemException;

/** The system can't start for a reason that a person can mend; the message is the sentence that says how. */
final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartFailure(String sentence) {
        super(sentence, null, false, false);
    }

    /** The sentence for a context that couldn't start; null when the failure is nothing that was foreseen. */
    static @Nullable StartFailure explaining(String context, Throwable failure) {
        return switch (failure) {
            case StartFailure told -> told;
            case DatabaseStartException told -> new StartFailure(String.valueOf(told.getMessage()));
            case ProblemException expected ->
                new StartFailure(context + " can't start: " + expected.problem().detail());
            case SettingsException wrong -> new StartFailure(String.valueOf(wrong.getMessage()));
            case BindException taken ->
                new StartFailure(
                        "%s can't start: its address is taken or not this machine's (%s). Is it running already?"
                                .formatted(context, taken.getMessage()));
            case FileSystemException file ->
                new StartFailure("%s can't start: %s can't be used (%s)."
                        .formatted(context, file.getFile(), file.getClass().getSimpleName()));
            default -> failure.getCause() == null ? null : explaining(context, failure.getCause());
        };
    }
}
