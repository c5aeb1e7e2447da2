package com.acmecorp.database.read;

/**
 * What became of the letters that were to be attempted anew.
 *
 * @param canary whether it was one only, to see whether the cause is mended
 * @param requested all that belong to it; each is delivered, failed or waiting
 * @param failed those that died again, of whatever
 * @param waiting those whose outcome isn't known yet
 * @param countedUpTo letters that failed, or are left, are counted no further
 */
public record Replay(
        String replayId,
        String cause,
        boolean canary,
        long requestedAtMs,
        long requested,
        long delivered,
        long failed,
        long waiting,
        long countedUpTo) {

    /** How it ended. */
    public enum Verdict {
        /** It hasn't ended: letters are waiting. */
        UNDER_WAY,
        /** The subscriber has every letter. */
        DELIVERED,
        /** Letters died again. */
        FAILED
    }

    public Verdict verdict() {
        if (waiting > 0) {
            return Verdict.UNDER_WAY;
        }
        return failed > 0 ? Verdict.FAILED : Verdict.DELIVERED;
    }
}
