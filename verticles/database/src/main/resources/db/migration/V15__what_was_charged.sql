-- What was charged or is invoiced, in minor units of the currency: shown for ever, whatever rates and prices are later.
-- NULL: the order is from before that was kept; what was paid stands in its payment.
ALTER TABLE orders
  ADD COLUMN charged_amount BIGINT NULL,
  ADD COLUMN charged_currency CHAR(3) CHARACTER SET ascii NULL;
