-- The differences of a party that differ longest come first, however many there are.
ALTER TABLE party_differences ADD KEY party_differences_by_age (party, first_seen_at_ms);
