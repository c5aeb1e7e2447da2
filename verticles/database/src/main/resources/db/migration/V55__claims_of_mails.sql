-- Who is sending a mail that is still to be sent, and until when nobody else may, by the server's clock. NULL: nobody is.
ALTER TABLE emails
  ADD COLUMN claim_holder BIGINT NULL,
  ADD COLUMN claim_ends_at_ms BIGINT NULL;
