package com.acmecorp.database.write;

/** What became of an e-mail. */
public enum EmailState {
    /** Written down; the mail server doesn't have it yet, as far as we know. */
    TO_SEND,
    /** The mail server took it. */
    SENT,
    /** It is to be sent, and somebody else has claimed it; told to whoever wants to send it, never stored. */
    IN_PROGRESS,
    /** A test order's: written down, never sent. */
    KEPT
}
