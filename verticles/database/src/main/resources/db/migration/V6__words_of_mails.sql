-- A mail is kept with its words. Its HTML says the same in the shop's look, is ten times as long, and is made anew
-- whenever the mail is sent.
ALTER TABLE emails DROP COLUMN html;
