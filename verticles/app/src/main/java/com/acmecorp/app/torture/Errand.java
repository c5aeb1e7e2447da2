package com.acmecorp.app.torture;

/** What a customer does in a shop, from the order to its end. Runs in a thread of its own. */
@FunctionalInterface
interface Errand {

    /**
     * Does it.
     *
     * @param number tells the customers of all rounds apart
     * @throws ErrandFailure when the shop doesn't do what it must
     */
    void run(ErrandShop shop, int number);

    /** The shop didn't do what it must; the message is a sentence. */
    final class ErrandFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        ErrandFailure(String sentence) {
            super(sentence);
        }
    }
}
