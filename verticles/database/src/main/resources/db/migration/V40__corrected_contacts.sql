-- How often operators corrected who gets an order's plants, and where. The order's first event keeps what was typed.
ALTER TABLE orders ADD COLUMN contact_corrections INT NOT NULL DEFAULT 0;
