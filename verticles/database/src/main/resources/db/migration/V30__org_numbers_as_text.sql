-- An organization's number as it was written, with the zeros in front of it. NULL: none, or an order from before.
ALTER TABLE orders ADD COLUMN org_number_text VARCHAR(20) CHARACTER SET ascii NULL;
