package com.acmecorp.app.torture;

/**
 * An alert that operators must be told of, and of its end.
 *
 * @param title as it is in the log
 * @param meanwhile whether they must know before the attack ends; otherwise, before the system is whole again
 */
record Alarm(String title, boolean meanwhile) {

    static Alarm meanwhile(String title) {
        return new Alarm(title, true);
    }

    static Alarm afterwards(String title) {
        return new Alarm(title, false);
    }

    boolean isRaisedBy(String line) {
        return line.contains("ALERT " + title + ". ");
    }

    boolean isResolvedBy(String line) {
        return line.contains("RESOLVED " + title + ", after ");
    }
}
