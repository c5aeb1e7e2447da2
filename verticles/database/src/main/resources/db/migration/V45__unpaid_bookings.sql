-- Orders that aren't paid and for which a delivery was wanted, by whoever buys: a hash of an organization's number, or of a
-- mailbox. How many of them have a delivery to come is read off the orders, so nothing here is ever changed.
CREATE TABLE unpaid_bookings (
  buyer    CHAR(32) CHARACTER SET ascii NOT NULL,
  order_id BIGINT NOT NULL,
  PRIMARY KEY (buyer, order_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
