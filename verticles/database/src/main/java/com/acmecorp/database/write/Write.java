package com.acmecorp.database.write;

/**
 * One write of a batch. It first says what it must see; when all writes of the batch have, that is read at once, and
 * then each decides in turn, seeing what those before it decided.
 *
 * @param <R> what the caller is told after the commit
 */
public interface Write<R> {

    /** Says what it must see. */
    void need(UnitOfWork work);

    /**
     * Decides, and says so to the unit of work. Refusing, it leaves no trace there: all checks come first.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it refuses
     */
    R decide(UnitOfWork work);

    /** Whether it begins an order's journey; those go last, and only they are refused when there is more than can be kept. */
    default boolean beginsJourney() {
        return false;
    }
}
