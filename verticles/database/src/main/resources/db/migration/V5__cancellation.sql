-- An order may be cancelled until its delivery is booked; it keeps its row, and what was written before stays to be seen.
ALTER TABLE orders ADD COLUMN cancelled_at_ms BIGINT NULL;
