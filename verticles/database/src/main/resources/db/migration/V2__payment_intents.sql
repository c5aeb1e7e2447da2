-- A payment from before its provider is asked until its order is accepted or nothing of it is left. The order waits in it.
-- due_at_ms: from then on somebody must find out what became of it. given_up: its order won't come; the money goes back.
CREATE TABLE payment_intents (
  order_id        BIGINT NOT NULL PRIMARY KEY,
  order_created   MEDIUMTEXT NOT NULL,
  provider        VARCHAR(60) NOT NULL,
  amount          BIGINT NOT NULL,
  currency        CHAR(3) CHARACTER SET ascii NOT NULL,
  idempotency_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  given_up        BOOLEAN NOT NULL,
  attempts        INT NOT NULL,
  opened_at_ms    BIGINT NOT NULL,
  due_at_ms       BIGINT NOT NULL,
  KEY payment_intents_by_due (due_at_ms)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Keys are kept for a while only, and the oldest go first.
ALTER TABLE idempotency_keys ADD KEY idempotency_keys_by_age (created_at_ms);

-- Mails are wide rows: who counts them, or looks for those that are still to be sent, shall not read their texts.
ALTER TABLE emails ADD KEY emails_by_state (state, order_id);
