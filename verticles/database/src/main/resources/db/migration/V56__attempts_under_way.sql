-- Whether somebody makes an attempt right now. One that was killed with its process needn't wait for its lease.
ALTER TABLE deliveries ADD COLUMN under_way BOOLEAN NOT NULL DEFAULT FALSE;
