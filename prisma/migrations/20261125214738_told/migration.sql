-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('decided', 'changes_requested', 'commented', 'amended', 'undone', 'revised', 'proposed', 'changed', 'queue');

-- CreateEnum
CREATE TYPE "pace" AS ENUM ('at_once', 'daily', 'never');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'watched';
ALTER TYPE "event_kind" ADD VALUE 'unwatched';
ALTER TYPE "event_kind" ADD VALUE 'notices_set';
ALTER TYPE "event_kind" ADD VALUE 'address_asked';
ALTER TYPE "event_kind" ADD VALUE 'address_confirmed';
ALTER TYPE "event_kind" ADD VALUE 'address_removed';
ALTER TYPE "event_kind" ADD VALUE 'unsubscribed';

-- CreateTable
CREATE TABLE "watch" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "section_id" UUID,
    "entry_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" BIGSERIAL NOT NULL,
    "recipient_id" UUID NOT NULL,
    "event_id" BIGINT NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "comment_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "waits" "pace",
    "mail_id" UUID,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_pace" (
    "person_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "pace" "pace" NOT NULL,

    CONSTRAINT "notice_pace_pkey" PRIMARY KEY ("person_id","kind")
);

-- CreateTable
CREATE TABLE "notice_address" (
    "person_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_address_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "daily" BOOLEAN NOT NULL,
    "queue_day" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "dropped_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "watch_section_id_idx" ON "watch"("section_id");

-- CreateIndex
CREATE INDEX "watch_entry_id_idx" ON "watch"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "watch_person_id_section_id_key" ON "watch"("person_id", "section_id");

-- CreateIndex
CREATE UNIQUE INDEX "watch_person_id_entry_id_key" ON "watch"("person_id", "entry_id");

-- CreateIndex
CREATE INDEX "notice_recipient_id_id_idx" ON "notice"("recipient_id", "id");

-- CreateIndex
CREATE INDEX "notice_event_id_idx" ON "notice"("event_id");

-- CreateIndex
CREATE INDEX "notice_proposal_id_idx" ON "notice"("proposal_id");

-- CreateIndex
CREATE INDEX "notice_mail_id_idx" ON "notice"("mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_recipient_id_event_id_key" ON "notice"("recipient_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_recipient_id_queue_day_key" ON "mail"("recipient_id", "queue_day");

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_pace" ADD CONSTRAINT "notice_pace_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_address" ADD CONSTRAINT "notice_address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "watch"
  ADD CONSTRAINT "watch_of_one_thing" CHECK (num_nonnulls("section_id", "entry_id") <= 1);
-- The whole catalog once, too: the keys above count two absent values as different ones.
CREATE UNIQUE INDEX "watch_all_key" ON "watch" ("person_id") WHERE "section_id" IS NULL AND "entry_id" IS NULL;

ALTER TABLE "notice"
  ADD CONSTRAINT "notice_version_counts" CHECK ("version" >= 1),
  ADD CONSTRAINT "notice_waits_for_one_mail" CHECK ("waits" IS NULL OR ("waits" <> 'never' AND "mail_id" IS NULL)),
  ADD CONSTRAINT "notice_of_an_event" CHECK ("kind" <> 'queue'),
  ADD CONSTRAINT "notice_comment_of_its_kind" CHECK (("kind" = 'commented') = ("comment_id" IS NOT NULL));
-- What is looked for all the time is little of a table that only grows.
CREATE INDEX "notice_waiting" ON "notice" ("waits", "id") WHERE "waits" IS NOT NULL;
CREATE INDEX "notice_unread" ON "notice" ("recipient_id") WHERE "read_at" IS NULL;

ALTER TABLE "notice_pace"
  ADD CONSTRAINT "notice_pace_queue_is_daily" CHECK ("kind" <> 'queue' OR "pace" <> 'at_once');
ALTER TABLE "notice_address"
  ADD CONSTRAINT "notice_address_form" CHECK ("address" ~ '^[^[:space:]@]+@[^[:space:]@]+$' AND length("address") <= 254);

ALTER TABLE "mail"
  ADD CONSTRAINT "mail_ends_once" CHECK (num_nonnulls("sent_at", "dropped_at") <= 1),
  ADD CONSTRAINT "mail_dropped_for_a_reason" CHECK (("dropped_at" IS NULL) OR "problem" IS NOT NULL),
  ADD CONSTRAINT "mail_queue_is_daily" CHECK ("queue_day" IS NULL OR "daily");
CREATE INDEX "mail_open" ON "mail" ("created_at") WHERE "sent_at" IS NULL AND "dropped_at" IS NULL;

-- A notice is read, and put into an e-mail; what it tells stays. What was sent was sent.
CREATE FUNCTION "notice_is_sealed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."recipient_id", NEW."event_id", NEW."kind", NEW."proposal_id", NEW."version", NEW."comment_id", NEW."at")
      IS DISTINCT FROM (OLD."recipient_id", OLD."event_id", OLD."kind", OLD."proposal_id", OLD."version", OLD."comment_id", OLD."at")
    OR (NEW."waits" IS NOT NULL AND OLD."waits" IS NULL)
    OR (OLD."mail_id" IS NOT NULL AND NEW."mail_id" IS DISTINCT FROM OLD."mail_id") THEN
    RAISE EXCEPTION 'a notice tells what it told, and is put into one e-mail' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sealed BEFORE UPDATE ON "notice" FOR EACH ROW EXECUTE FUNCTION notice_is_sealed();

CREATE FUNCTION "mail_is_sealed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."sent_at" IS NOT NULL OR OLD."dropped_at" IS NOT NULL
    OR (NEW."recipient_id", NEW."daily", NEW."queue_day") IS DISTINCT FROM (OLD."recipient_id", OLD."daily", OLD."queue_day") THEN
    RAISE EXCEPTION 'an e-mail that was sent or given up stays so' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sealed BEFORE UPDATE ON "mail" FOR EACH ROW EXECUTE FUNCTION mail_is_sealed();
