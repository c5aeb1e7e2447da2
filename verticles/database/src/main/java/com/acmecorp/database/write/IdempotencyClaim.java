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
     * Refuses a key that stands for another request already.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it does
     */
    public void requireSameRequest(IdempotencyClaim earlier) {
        if (!requestHash.equals(earlier.requestHash)) {
            throw Problem.ofField(
                            Kind.INVALID,
                            "Idempotency-Key",
                            "This Idempotency-Key was used for another order; please send a new one.")
                    .asException();
        }
    }
}
