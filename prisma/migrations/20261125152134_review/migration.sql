-- A maintainer's amendment of a change, before it is accepted.
ALTER TYPE "event_kind" ADD VALUE 'amended';

-- AlterTable
ALTER TABLE "change" ADD COLUMN "reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "entry" ADD COLUMN "merged_into" UUID;

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN "undoes" INTEGER;

-- CreateTable
CREATE TABLE "amendment" (
    "proposal_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "change" JSONB,
    "base_revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("proposal_id","version","ordinal","number")
);

-- CreateIndex
CREATE INDEX "amendment_reviewer_id_idx" ON "amendment"("reviewer_id");

-- CreateIndex
CREATE INDEX "proposal_undoes_idx" ON "proposal"("undoes");

-- CreateIndex
CREATE INDEX "entry_merged_into_idx" ON "entry"("merged_into");

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_undoes_fkey" FOREIGN KEY ("undoes") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_proposal_id_version_ordinal_fkey" FOREIGN KEY ("proposal_id", "version", "ordinal") REFERENCES "change"("proposal_id", "version", "ordinal") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "entry"
  ADD CONSTRAINT "entry_merged_is_removed" CHECK ("merged_into" IS NULL OR ("removed" AND "merged_into" <> "id"));
ALTER TABLE "amendment"
  ADD CONSTRAINT "amendment_number_counts" CHECK ("number" >= 1);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "amendment" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "amendment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- The reason comes with the verdict, and neither moves afterwards.
CREATE OR REPLACE FUNCTION "change_is_sealed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."proposal_id", NEW."version", NEW."ordinal", NEW."op", NEW."change")
      IS DISTINCT FROM (OLD."proposal_id", OLD."version", OLD."ordinal", OLD."op", OLD."change")
    OR (OLD."verdict" IS NOT NULL AND (NEW."verdict", NEW."reason") IS DISTINCT FROM (OLD."verdict", OLD."reason"))
    OR (NEW."verdict" IS NULL AND NEW."reason" <> '')
    OR (OLD."entry_id" IS NOT NULL AND NEW."entry_id" IS DISTINCT FROM OLD."entry_id") THEN
    RAISE EXCEPTION 'a change that was sent for review is never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
