-- DropIndex
DROP INDEX "entry_search_trgm";

-- AlterTable
ALTER TABLE "entry" DROP COLUMN "search";

-- CreateTable
CREATE TABLE "entry_search" (
    "entry_id" UUID NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "year" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "facets" TEXT[],
    "tokens" TEXT[],

    CONSTRAINT "entry_search_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "near" TEXT[],

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "facet_count" (
    "facet" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "label" TEXT NOT NULL,
    "entries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "facet_count_pkey" PRIMARY KEY ("facet","key")
);

-- CreateIndex
CREATE INDEX "entry_search_tokens_idx" ON "entry_search" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "entry_search_name_key_entry_id_idx" ON "entry_search"("name_key", "entry_id");

-- CreateIndex
CREATE INDEX "entry_search_year_name_key_idx" ON "entry_search"("year" DESC, "name_key");

-- CreateIndex
CREATE INDEX "entry_search_added_name_key_idx" ON "entry_search"("added" DESC, "name_key");

-- CreateIndex
CREATE INDEX "search_word_near_idx" ON "search_word" USING GIN ("near");

-- CreateIndex
CREATE INDEX "facet_count_facet_entries_key_idx" ON "facet_count"("facet", "entries" DESC, "key");

-- AddForeignKey
ALTER TABLE "entry_search" ADD CONSTRAINT "entry_search_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Each search would read what waits to be sorted in; an acceptance has the time.
ALTER INDEX "entry_search_tokens_idx" SET (fastupdate = off);
ALTER INDEX "search_word_near_idx" SET (fastupdate = off);

/*
 * The entries that a search may mean, `most` of each way to mean it at most. A way is a list of groups; an entry goes that way where
 * it holds a token of every group. The tiers of lib/catalog/search/tokens are asked one after another until there are enough, so that
 * a common word costs as little as a rare one. No other plan than the index's is as fast on a word that it thinks is rarer than it is.
 */
CREATE FUNCTION "search_candidates"(ways jsonb, most integer) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE
  way jsonb;
  tier text;
  wanted text;
  left_to_find integer;
  got integer;
BEGIN
  FOR way IN SELECT jsonb_array_elements(ways) LOOP
    left_to_find := most;
    FOREACH tier IN ARRAY ARRAY['2', '1', '0'] LOOP
      SELECT string_agg(format('s.tokens && %L::text[]', ARRAY(SELECT tier || token FROM jsonb_array_elements_text(tokens) AS token)), ' AND ')
        INTO wanted FROM jsonb_array_elements(way) AS tokens;
      RETURN QUERY EXECUTE format('SELECT s.entry_id FROM entry_search s WHERE %s LIMIT %s', wanted, left_to_find);
      GET DIAGNOSTICS got = ROW_COUNT;
      left_to_find := left_to_find - got;
      EXIT WHEN left_to_find <= 0;
    END LOOP;
  END LOOP;
END $$;

CREATE FUNCTION "count_facets"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO facet_count (facet, key, label, entries)
      SELECT split_part(value, ':', 1), substr(value, strpos(value, ':') + 1), '', -count(*) FROM stale, unnest(facets) AS value GROUP BY value ORDER BY value
      ON CONFLICT (facet, key) DO UPDATE SET entries = facet_count.entries + excluded.entries;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO facet_count (facet, key, label, entries)
      SELECT split_part(value, ':', 1), substr(value, strpos(value, ':') + 1), '', count(*) FROM fresh, unnest(facets) AS value GROUP BY value ORDER BY value
      ON CONFLICT (facet, key) DO UPDATE SET entries = facet_count.entries + excluded.entries;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER counts_inserted AFTER INSERT ON "entry_search" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_facets();
CREATE TRIGGER counts_updated AFTER UPDATE ON "entry_search" REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_facets();
CREATE TRIGGER counts_deleted AFTER DELETE ON "entry_search" REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION count_facets();
