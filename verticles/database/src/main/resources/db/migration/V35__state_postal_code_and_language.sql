-- Where the plants go and what their customer reads, as they were told. NULL: they weren't.
ALTER TABLE orders
  ADD COLUMN state VARCHAR(50) NULL,
  ADD COLUMN postal_code VARCHAR(20) NULL,
  ADD COLUMN language CHAR(2) CHARACTER SET ascii NULL;
