package com.acmecorp.app;

/**
 * Where the jar begins. The one class that an older Java can read, too, so that it can say which one is needed.
 */
public final class Launch {

    private static final int NEEDED = 25;

    private Launch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println("ACME Potted Plants needs Java " + NEEDED + " or newer, but this is Java " + found
                    + " (" + System.getProperty("java.home") + "). ./acme run finds the right one by itself.");
            System.exit(1);
        }
        Class.forName("com.acmecorp.app.Main").getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
