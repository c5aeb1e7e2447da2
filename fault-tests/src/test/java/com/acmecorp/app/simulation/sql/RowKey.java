package com.acmecorp.app.simulation.sql;

import java.util.List;

/** A row's primary key. */
record RowKey(List<Object> values) implements Comparable<RowKey> {

    RowKey {
        values = List.copyOf(values);
    }

    @Override
    public int compareTo(RowKey other) {
        for (int i = 0; i < values.size(); i++) {
            int sign = Values.compare(values.get(i), other.values.get(i));
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }
}
