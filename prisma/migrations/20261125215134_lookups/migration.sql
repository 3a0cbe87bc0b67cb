-- AlterTable
ALTER TABLE "tray_item" ADD COLUMN "lookups" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "evidence" (
    "proposal_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "page" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("proposal_id","version","ordinal","field")
);

-- CreateTable
CREATE TABLE "lookup" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "found" JSONB,
    "failure" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fresh_until" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" UUID NOT NULL,

    CONSTRAINT "lookup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lookup_key_at_idx" ON "lookup"("key", "at");

-- CreateIndex
CREATE INDEX "lookup_at_idx" ON "lookup"("at");

-- CreateIndex
CREATE INDEX "lookup_asked_by_at_idx" ON "lookup"("asked_by", "at");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_proposal_id_version_ordinal_fkey" FOREIGN KEY ("proposal_id", "version", "ordinal") REFERENCES "change"("proposal_id", "version", "ordinal") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "lookup"
  ADD CONSTRAINT "lookup_found_or_failed" CHECK (("found" IS NULL) <> ("failure" IS NULL)),
  ADD CONSTRAINT "lookup_fresh_after" CHECK ("fresh_until" >= "at");
ALTER TABLE "evidence"
  ADD CONSTRAINT "evidence_says_something" CHECK ("field" <> '' AND "value" <> '' AND "service" <> '');

-- What a service said is never edited: evidence is read out of it. What is old may go.
CREATE TRIGGER append_only BEFORE UPDATE ON "lookup" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "evidence" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "evidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
