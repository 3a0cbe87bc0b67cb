-- Claims and comments are mutations like any other.
ALTER TYPE "event_kind" ADD VALUE 'claimed';
ALTER TYPE "event_kind" ADD VALUE 'released';
ALTER TYPE "event_kind" ADD VALUE 'commented';

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN "claimed_by" UUID,
ADD COLUMN "claimed_until" TIMESTAMPTZ(3),
ADD COLUMN "kinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "sections" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "comment" (
    "id" SERIAL NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comment_proposal_id_id_idx" ON "comment"("proposal_id", "id");

-- CreateIndex
CREATE INDEX "comment_author_id_idx" ON "comment"("author_id");

-- CreateIndex
CREATE INDEX "proposal_claimed_by_idx" ON "proposal"("claimed_by");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_claimed_by_fkey" FOREIGN KEY ("claimed_by") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "proposal"
  ADD CONSTRAINT "proposal_claim_ends" CHECK (("claimed_by" IS NULL) = ("claimed_until" IS NULL));
ALTER TABLE "comment"
  ADD CONSTRAINT "comment_says_something" CHECK (btrim("body") <> ''),
  ADD CONSTRAINT "comment_version_counts" CHECK ("version" >= 1);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "comment" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "comment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- What proposals sent before these columns are about: as lib/proposals/about tells it.
UPDATE "proposal" SET "sections" = told."sections", "kinds" = told."kinds"
FROM (
  SELECT c."proposal_id", c."version",
    coalesce(array_agg(DISTINCT named.slug) FILTER (WHERE named.slug IS NOT NULL), '{}') AS "sections",
    coalesce(array_agg(DISTINCT listed.kind) FILTER (WHERE listed.kind IS NOT NULL), '{}') AS "kinds"
  FROM "change" c
  CROSS JOIN LATERAL (VALUES (c."change" ->> 'section'), (c."change" ->> 'to')) AS named (slug)
  LEFT JOIN "section" s ON s."slug" = named.slug
  CROSS JOIN LATERAL (VALUES (
    CASE WHEN c."op"::text IN ('text', 'layout') THEN c."op"::text ELSE coalesce(c."change" -> 'entry' ->> 'kind', s."kind"::text) END
  )) AS listed (kind)
  GROUP BY c."proposal_id", c."version"
) AS told
WHERE told."proposal_id" = "proposal"."id" AND told."version" = "proposal"."version";
