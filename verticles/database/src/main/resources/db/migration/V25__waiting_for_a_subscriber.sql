-- Since when nobody has been listening for the target; NULL: somebody was, at the last attempt.
ALTER TABLE deliveries ADD COLUMN no_subscriber_since_ms BIGINT NULL;
