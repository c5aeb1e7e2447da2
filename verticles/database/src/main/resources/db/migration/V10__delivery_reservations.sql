-- Who may change what the delivery partner holds for an order. fence: grows with each claim; a write or a call of an
-- earlier claim is refused. holder: whose claim it is, so that asking twice is one claim. due_at_ms: the claim is open, and
-- from then on somebody must find out what the partner holds; NULL = the partner holds what is booked. By the server's clock.
CREATE TABLE IF NOT EXISTS delivery_reservations (
  order_id     BIGINT NOT NULL PRIMARY KEY,
  fence        BIGINT NOT NULL,
  holder       BIGINT NOT NULL,
  attempts     INT NOT NULL,
  opened_at_ms BIGINT NOT NULL,
  due_at_ms    BIGINT NULL,
  KEY delivery_reservations_by_due (due_at_ms)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
