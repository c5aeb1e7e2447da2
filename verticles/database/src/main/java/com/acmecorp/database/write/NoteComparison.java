package com.acmecorp.database.write;

import com.acmecorp.database.party.Difference;
import com.acmecorp.events.OrderId;

import java.util.List;

/**
 * Notes what a comparison with a party's books came to.
 *
 * @param differences all of that party
 * @param agreed orders on which it and we agree again
 */
public record NoteComparison(String party, List<Difference> differences, List<OrderId> agreed)
        implements Write<Boolean> {

    public NoteComparison {
        differences = List.copyOf(differences);
        agreed = List.copyOf(agreed);
    }

    @Override
    public void need(UnitOfWork work) {
        // What was noted before makes no difference.
    }

    @Override
    public Boolean decide(UnitOfWork work) {
        differences.forEach(work.differences()::note);
        agreed.forEach(order -> work.differences().end(party, order));
        return true;
    }
}
