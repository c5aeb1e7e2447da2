-- Money that is to go back to a customer. state: DUE until the provider has given it back (DONE) or refused to (REFUSED);
-- an operator who gave it back by hand makes DONE of REFUSED, and says in by_hand how. refusal: what the provider said.
-- cash_reversed: the order was cancelled before refunds were kept, when the cancellation itself took the cash out of the
-- books. No row, but cancelled: from before that, too, and given back.
CREATE TABLE refunds (
  order_id      BIGINT NOT NULL PRIMARY KEY,
  provider      VARCHAR(60) NOT NULL,
  amount        BIGINT NOT NULL,
  currency      CHAR(3) CHARACTER SET ascii NOT NULL,
  state         VARCHAR(10) CHARACTER SET ascii NOT NULL,
  refusal       VARCHAR(500) NULL,
  by_hand       VARCHAR(500) NULL,
  attempts      INT NOT NULL,
  due_at_ms     BIGINT NOT NULL,
  asked_at_ms   BIGINT NULL,
  ended_at_ms   BIGINT NULL,
  cash_reversed BOOLEAN NOT NULL,
  KEY refunds_by_state (state, due_at_ms)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
