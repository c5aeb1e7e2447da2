-- The books are kept in double entry and only ever added to. An entry of the ledger is a business event; its lines say
-- which accounts it moves, debits above zero and credits below, in minor units of the currency; they add up to zero.
ALTER TABLE ledger ADD COLUMN invoice_number VARCHAR(30) CHARACTER SET ascii NULL;

CREATE TABLE ledger_lines (
  order_id BIGINT NOT NULL,
  entry    VARCHAR(20) CHARACTER SET ascii NOT NULL,
  account  VARCHAR(100) NOT NULL,
  amount   BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (order_id, entry, account)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
