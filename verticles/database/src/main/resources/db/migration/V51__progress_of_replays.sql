-- How many letters a replay has given back, and how many of these another replay has since, counted as it happens: a
-- replay may have a million. NULL: it is from before that was counted.
ALTER TABLE replays
  ADD COLUMN given_back BIGINT NULL,
  ADD COLUMN taken_over BIGINT NULL;
