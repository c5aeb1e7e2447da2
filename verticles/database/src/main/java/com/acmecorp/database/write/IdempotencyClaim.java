package com.acmecorp.database.write;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * A client's wish to have a request carried out once.
 *
 * @param requestHash tells the request apart from another under the same key
 */
public record IdempotencyClaim(String key, String requestHash) {

    /**
     * Refuses a key under which another request's order was accepted.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it does
     */
    public void requireSameRequest(IdempotencyClaim earlier) {
        if (!requestHash.equals(earlier.requestHash)) {
            throw Problem.ofField(
                            Kind.ORDER_EXISTS,
                            "Idempotency-Key",
                            "Another order was accepted under this Idempotency-Key; ask /orderOutcome for it, or send a new key.")
                    .asException();
        }
    }
}
