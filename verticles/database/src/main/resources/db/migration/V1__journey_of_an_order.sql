-- Common subset of MariaDB 11 and MySQL 8. Times are epoch milliseconds (…_ms), amounts US cents (…_cents) unless a
-- currency stands beside them. Text is utf8mb4 throughout; codes are ascii.

-- Blocks of order ids that processes reserve. Smaller numbers are left to orders that are placed by hand.
CREATE TABLE id_blocks (
  name    VARCHAR(20) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  next_id BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

INSERT INTO id_blocks (name, next_id) VALUES ('order', 100000000);

-- The journal. event_key = order id * 16 + the event's slot, so one order's rows are its timeline, side by side.
-- dispatch_at_ms: NULL = every subscriber has it; else somebody owns its dispatch until then.
CREATE TABLE events (
  event_key      BIGINT NOT NULL PRIMARY KEY,
  type           VARCHAR(20) CHARACTER SET ascii NOT NULL,
  detail         MEDIUMTEXT NOT NULL,
  occurred_at_ms BIGINT NOT NULL,
  dispatch_at_ms BIGINT NULL,
  KEY events_by_dispatch (dispatch_at_ms)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- What is left of an event for one target after its first dispatch failed or was put off.
-- next_attempt_at_ms: NULL = given up (dead).
CREATE TABLE deliveries (
  event_key          BIGINT NOT NULL,
  target             VARCHAR(60) CHARACTER SET ascii NOT NULL,
  attempts           INT NOT NULL,
  next_attempt_at_ms BIGINT NULL,
  last_error         VARCHAR(500) NOT NULL,
  PRIMARY KEY (event_key, target),
  KEY deliveries_by_target (target, next_attempt_at_ms)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE orders (
  order_id              BIGINT NOT NULL PRIMARY KEY,
  name                  VARCHAR(200) NOT NULL,
  email                 VARCHAR(254) NOT NULL,
  phone                 VARCHAR(40) NOT NULL,
  street                VARCHAR(200) NOT NULL,
  city                  VARCHAR(100) NOT NULL,
  customer_type         VARCHAR(10) CHARACTER SET ascii NOT NULL,
  market                CHAR(2) CHARACTER SET ascii NOT NULL,
  products              VARCHAR(2000) NOT NULL,
  total_price_cents     BIGINT NOT NULL,
  org_number            DECIMAL(20, 0) NULL,
  test_id               BIGINT NOT NULL,
  traceparent           CHAR(55) CHARACTER SET ascii NOT NULL,
  accepted_at_ms        BIGINT NOT NULL,
  placed_at_ms          BIGINT NOT NULL,
  status                VARCHAR(20) CHARACTER SET ascii NOT NULL,
  stocked_at_ms         BIGINT NULL,
  delivery_time_ms      BIGINT NULL,
  delivery_revision     INT NOT NULL,
  delivery_booked_at_ms BIGINT NULL,
  KEY orders_by_test (test_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE payments (
  order_id  BIGINT NOT NULL PRIMARY KEY,
  provider  VARCHAR(60) NOT NULL,
  reference VARCHAR(100) NOT NULL,
  amount    BIGINT NOT NULL,
  currency  CHAR(3) CHARACTER SET ascii NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE idempotency_keys (
  idempotency_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  request_hash    CHAR(64) CHARACTER SET ascii NOT NULL,
  order_id        BIGINT NOT NULL,
  created_at_ms   BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE ledger (
  order_id     BIGINT NOT NULL,
  entry        VARCHAR(20) CHARACTER SET ascii NOT NULL,
  amount_cents BIGINT NOT NULL,
  booked_at_ms BIGINT NOT NULL,
  PRIMARY KEY (order_id, entry)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- revision tells a template's mails for one order apart: empty, or the delivery time that it confirms.
CREATE TABLE emails (
  order_id   BIGINT NOT NULL,
  template   VARCHAR(30) CHARACTER SET ascii NOT NULL,
  revision   VARCHAR(20) CHARACTER SET ascii NOT NULL,
  state      VARCHAR(10) CHARACTER SET ascii NOT NULL,
  recipient  VARCHAR(500) NOT NULL,
  subject    VARCHAR(200) NOT NULL,
  text       TEXT NOT NULL,
  html       TEXT NOT NULL,
  kept_at_ms BIGINT NOT NULL,
  sent_at_ms BIGINT NULL,
  PRIMARY KEY (order_id, template, revision)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE delivery_slots (
  slot_ms BIGINT NOT NULL PRIMARY KEY,
  booked  INT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
