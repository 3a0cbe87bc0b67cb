-- A day's e-mail is put together person by person: each finds their own without looking through everybody's.
CREATE INDEX "notice_daily" ON "notice" ("recipient_id") WHERE "waits" = 'daily';
