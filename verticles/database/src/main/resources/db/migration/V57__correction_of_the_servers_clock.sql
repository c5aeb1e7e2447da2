-- One row: by how many microseconds the time that all processes share is ahead of the server's clock (below zero: behind
-- it), and the server's time when a process last wrote that; 0 until then.
CREATE TABLE clock_correction (
  id        TINYINT NOT NULL PRIMARY KEY,
  server_us BIGINT NOT NULL,
  ahead_us  BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

INSERT INTO clock_correction (id, server_us, ahead_us) VALUES (1, 0, 0);
