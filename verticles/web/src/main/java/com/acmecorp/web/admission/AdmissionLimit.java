package com.acmecorp.web.admission;

/**
 * How many new orders may be in work at once. As TCP finds its window: while writes wait too long for their
 * transactions, a quarter fewer are let in with each look; while they don't, an eighth more.
 */
final class AdmissionLimit {

    private static final long BETWEEN_LOOKS_MS = 100;

    private final AdmissionConfig config;
    private int limit;
    private long lookedAtMs;

    AdmissionLimit(AdmissionConfig config, long nowMs) {
        this.config = config;
        this.limit = config.most();
        this.lookedAtMs = nowMs;
    }

    /** The limit now, given how long the oldest write has waited. */
    int after(long nowMs, long oldestWriteMs) {
        if (nowMs - lookedAtMs >= BETWEEN_LOOKS_MS) {
            lookedAtMs = nowMs;
            if (oldestWriteMs > config.delayMs()) {
                lower();
            } else {
                limit = Math.min(config.most(), limit + Math.max(1, limit / 8));
            }
        }
        return limit;
    }

    /** Fewer, because whoever is behind this process had no room. */
    void lower() {
        limit = Math.max(config.least(), limit - limit / 4);
    }
}
