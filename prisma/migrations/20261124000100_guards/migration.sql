-- What Prisma's schema language cannot say. A database that is written to by other hands keeps these promises too.

-- Ranks are compared byte by byte, as lib/proposals makes them; any other collation would sort them otherwise.
ALTER TABLE "entry" ALTER COLUMN "rank" TYPE TEXT COLLATE "C";
ALTER TABLE "entry_revision" ALTER COLUMN "rank" TYPE TEXT COLLATE "C";
-- Slugs and keys are found by prefix and by equality; byte order serves both.
ALTER TABLE "entry" ALTER COLUMN "slug" TYPE TEXT COLLATE "C";

-- Search: words inside `entry.search`.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "entry_search_trgm" ON "entry" USING gin ("search" gin_trgm_ops);

ALTER TABLE "document"
  ADD CONSTRAINT "document_one" CHECK ("id" = 1),
  ADD CONSTRAINT "document_revision_counts" CHECK ("revision" >= 0);
ALTER TABLE "section"
  ADD CONSTRAINT "section_size_counts" CHECK ("size" >= 0),
  ADD CONSTRAINT "section_ordinal_counts" CHECK ("ordinal" >= 0),
  ADD CONSTRAINT "section_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "entry"
  ADD CONSTRAINT "entry_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "entry_rank_given" CHECK ("rank" <> ''),
  ADD CONSTRAINT "entry_revision_counts" CHECK ("revision" >= 1),
  ADD CONSTRAINT "entry_cells_given" CHECK (cardinality("cells") > 0);
ALTER TABLE "entry_revision"
  ADD CONSTRAINT "entry_revision_number_counts" CHECK ("number" >= 1);
ALTER TABLE "catalog_revision"
  ADD CONSTRAINT "catalog_revision_counts" CHECK ("number" >= 1),
  ADD CONSTRAINT "catalog_revision_updated_form" CHECK ("updated" ~ '^\d{4}/\d{2}/\d{2}$');
ALTER TABLE "proposal"
  ADD CONSTRAINT "proposal_version_counts" CHECK ("version" >= 1),
  ADD CONSTRAINT "proposal_title_given" CHECK ("title" <> ''),
  ADD CONSTRAINT "proposal_submitted_at_known" CHECK ("state" = 'draft' OR "submitted_at" IS NOT NULL);
ALTER TABLE "proposal_version"
  ADD CONSTRAINT "proposal_version_number_counts" CHECK ("number" >= 1);
ALTER TABLE "decision"
  ADD CONSTRAINT "decision_has_reason" CHECK ("verdict" = 'accepted' OR btrim("reason") <> ''),
  ADD CONSTRAINT "decision_acceptance_has_revision" CHECK (("verdict" = 'accepted') = ("catalog_revision" IS NOT NULL));
ALTER TABLE "event"
  ADD CONSTRAINT "event_acceptance_has_revision" CHECK ("kind" <> 'accepted' OR "catalog_revision" IS NOT NULL);

-- History is append-only: for every role, the owner's included.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: history is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE history TEXT;
BEGIN
  FOREACH history IN ARRAY ARRAY['catalog_revision', 'document_revision', 'section_revision', 'entry_revision',
    'proposal_version', 'change_identity', 'decision', 'event']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', history);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()', history);
  END LOOP;
  -- What may change, but never go away.
  FOREACH history IN ARRAY ARRAY['document', 'section', 'entry', 'proposal', 'change', 'user']
  LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', history);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()', history);
  END LOOP;
END $$;

-- A change, once sent, gets a verdict and the entry that it made, each once; nothing else of it moves.
CREATE FUNCTION "change_is_sealed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."proposal_id", NEW."version", NEW."ordinal", NEW."op", NEW."change")
      IS DISTINCT FROM (OLD."proposal_id", OLD."version", OLD."ordinal", OLD."op", OLD."change")
    OR (OLD."verdict" IS NOT NULL AND NEW."verdict" IS DISTINCT FROM OLD."verdict")
    OR (OLD."entry_id" IS NOT NULL AND NEW."entry_id" IS DISTINCT FROM OLD."entry_id") THEN
    RAISE EXCEPTION 'a change that was sent for review is never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sealed BEFORE UPDATE ON "change" FOR EACH ROW EXECUTE FUNCTION change_is_sealed();

-- The one document, empty until the first import.
INSERT INTO "document" ("id", "revision", "parts") VALUES (1, 0, '[]');
