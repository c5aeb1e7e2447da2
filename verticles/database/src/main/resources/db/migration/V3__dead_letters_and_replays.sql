-- What is known of a delivery that was given up (dead): which event it was, why, and since when. cause_id: NULL = it is
-- to be attempted again. replay_id: the last replay that had it attempted anew.
ALTER TABLE deliveries
  ADD COLUMN event_id   CHAR(36) CHARACTER SET ascii NULL,
  ADD COLUMN cause_id   CHAR(16) CHARACTER SET ascii NULL,
  ADD COLUMN died_at_ms BIGINT NULL,
  ADD COLUMN replay_id  CHAR(36) CHARACTER SET ascii NULL,
  ADD KEY deliveries_by_cause (cause_id, died_at_ms),
  ADD KEY deliveries_by_event_id (event_id),
  ADD KEY deliveries_by_replay (replay_id, cause_id);

-- Those that are dead already: by the error as it stands, and with the id that is computed from the event's key (a UUID
-- of version 5: the digit before it says so, and two bits after it).
UPDATE deliveries
SET cause_id = LEFT(SHA2(CONCAT(target, ' ', last_error), 256), 16),
  died_at_ms = UNIX_TIMESTAMP() * 1000,
  event_id = INSERT(INSERT(INSERT(INSERT(INSERT(INSERT(
      LEFT(SHA1(CONCAT(UNHEX('6f1d1c526a0e5c119a542f6c0f0e2a01'), UNHEX(LPAD(HEX(event_key), 16, '0')))), 32),
      17, 1, SUBSTR('89ab89ab89ab89ab', 1 + CONV(SUBSTR(SHA1(CONCAT(
        UNHEX('6f1d1c526a0e5c119a542f6c0f0e2a01'), UNHEX(LPAD(HEX(event_key), 16, '0')))), 17, 1), 16, 10), 1)),
      13, 1, '5'), 21, 0, '-'), 17, 0, '-'), 13, 0, '-'), 9, 0, '-')
WHERE next_attempt_at_ms IS NULL AND cause_id IS NULL;

-- What operators asked for: to attempt dead letters of one cause anew. canary: one letter only, to see whether the cause
-- is mended. waking: letters that had died by then are still to be given back to their attempts.
CREATE TABLE replays (
  replay_id       CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  cause_id        CHAR(16) CHARACTER SET ascii NOT NULL,
  canary          BOOLEAN NOT NULL,
  waking          BOOLEAN NOT NULL,
  requested_at_ms BIGINT NOT NULL,
  KEY replays_by_cause (cause_id, requested_at_ms),
  KEY replays_by_waking (waking)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- The letters that a replay gave back. What became of one is told by its row in deliveries, if that still belongs to the
-- replay: none = delivered, dead = failed. error: it failed, and another replay has it since.
CREATE TABLE replayed_letters (
  replay_id CHAR(36) CHARACTER SET ascii NOT NULL,
  event_key BIGINT NOT NULL,
  target    VARCHAR(60) CHARACTER SET ascii NOT NULL,
  error     VARCHAR(500) NULL,
  PRIMARY KEY (replay_id, event_key, target)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
