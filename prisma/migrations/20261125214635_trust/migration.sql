-- Blocking somebody, and letting them in again, are mutations like any other.
ALTER TYPE "event_kind" ADD VALUE 'blocked';
ALTER TYPE "event_kind" ADD VALUE 'unblocked';

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "block_reason" TEXT,
ADD COLUMN     "blocked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "bucket" (
    "key" TEXT NOT NULL,
    "full_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "bucket_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "bucket_full_at_idx" ON "bucket"("full_at");

ALTER TABLE "user"
  ADD CONSTRAINT "user_block_has_reason" CHECK (("blocked_at" IS NULL) = ("block_reason" IS NULL) AND btrim("block_reason") <> '');

-- Every mutation leaves an event in its transaction, so whoever is blocked changes nothing, whatever their session said when the
-- request began. Of two at once, the lock lets the block come before or after, never beside.
CREATE FUNCTION "refuse_the_blocked"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE since TIMESTAMPTZ;
BEGIN
  SELECT "blocked_at" INTO since FROM "user" WHERE "id" = NEW."actor_id" FOR SHARE;
  -- Not to be written to any more is for everybody to ask.
  IF since IS NOT NULL AND NEW."kind"::text <> 'unsubscribed' THEN
    RAISE EXCEPTION 'somebody who is blocked changes nothing' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER of_the_blocked BEFORE INSERT ON "event" FOR EACH ROW EXECUTE FUNCTION refuse_the_blocked();
