-- What a third party holds for an order, or did with it, though we hold something else. It is written by comparisons, and
-- by goods that came for a cancelled order; it goes when a later comparison agrees, or a person has settled it.
CREATE TABLE party_differences (
  party            VARCHAR(60) NOT NULL,
  order_id         BIGINT NOT NULL,
  ours             VARCHAR(200) NOT NULL,
  theirs           VARCHAR(200) NOT NULL,
  advice           VARCHAR(500) NOT NULL,
  first_seen_at_ms BIGINT NOT NULL,
  last_seen_at_ms  BIGINT NOT NULL,
  PRIMARY KEY (party, order_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
