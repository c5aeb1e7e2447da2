-- What operators did to an order by hand, numbered from 1: who, when, what, why, and what it changed. Never changed.
CREATE TABLE operator_actions (
  order_id      BIGINT NOT NULL,
  action_number INT NOT NULL,
  action        VARCHAR(60) CHARACTER SET ascii NOT NULL,
  operator      VARCHAR(100) NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  state_before  TEXT NOT NULL,
  state_after   TEXT NOT NULL,
  acted_at_ms   BIGINT NOT NULL,
  PRIMARY KEY (order_id, action_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
