package com.acmecorp.database.audit;

import com.acmecorp.database.audit.Trouble.Kind;

import java.util.List;

/**
 * Troubles of one kind.
 *
 * @param total how many there are
 * @param atLeast whether there may be more: they weren't counted further
 * @param orders the oldest of them
 */
public record TroubleReport(Kind kind, long total, boolean atLeast, List<Trouble> orders) {

    public TroubleReport {
        orders = List.copyOf(orders);
    }
}
