-- What an entry is put in an order by stands beside what it is found by.
ALTER TABLE "entry_search" ADD COLUMN "name" TEXT, ADD COLUMN "section_id" UUID, ADD COLUMN "rank" TEXT;
-- No token and no value of a facet changes: nothing is to be counted, and the index is sooner built anew than every row written to it.
DROP INDEX "entry_search_tokens_idx";
ALTER TABLE "entry_search" DISABLE TRIGGER "counts_updated";
UPDATE "entry_search" SET "name" = "entry"."name", "section_id" = "entry"."section_id", "rank" = "entry"."rank" FROM "entry" WHERE "entry"."id" = "entry_id";
ALTER TABLE "entry_search" ENABLE TRIGGER "counts_updated";
CREATE INDEX "entry_search_tokens_idx" ON "entry_search" USING GIN ("tokens") WITH (fastupdate = off);
ALTER TABLE "entry_search" ALTER COLUMN "name" SET NOT NULL, ALTER COLUMN "section_id" SET NOT NULL, ALTER COLUMN "rank" SET NOT NULL;

/*
 * What the index holds of the entries that a search may mean, `most` of each way to mean it at most, and by which way (the first is 1) each was
 * found. A way is a list of groups; an entry goes that way where it holds a token of every group. The tiers of lib/catalog/search/tokens are asked
 * one after another until there are enough, so that a common word costs as little as a rare one; where a way has enough, no worse one is gone.
 * Values that more than half of the catalog has are looked for in what the other groups find, as their lists in the index are the longest to walk.
 * No other plan than the index's is as fast on a word that it thinks is rarer than it is.
 */
CREATE FUNCTION "search_found"(ways jsonb, most integer)
  RETURNS TABLE (way integer, entry_id uuid, name text, section_id uuid, rank text, name_key text, year integer, added integer, facets text[]) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE
  groups jsonb;
  number integer := 0;
  tier text;
  -- Of each group, whether it is looked for in what the others find.
  wide boolean[];
  wanted text;
  left_to_find integer;
  got integer;
BEGIN
  FOR groups IN SELECT jsonb_array_elements(ways) LOOP
    number := number + 1;
    WITH one AS (
      SELECT place, (
        SELECT coalesce(sum(known.entries), 0) FROM jsonb_array_elements_text(tokens) AS token JOIN facet_count AS known
        ON token LIKE ':%' AND known.facet = split_part(token, ':', 2) AND known.key = substr(token, length(split_part(token, ':', 2)) + 3) COLLATE "C"
      ) AS held FROM jsonb_array_elements(groups) WITH ORDINALITY AS each (tokens, place)
    )
    SELECT array_agg(held * 2 > (SELECT sum(known.entries) FROM facet_count AS known WHERE known.facet = 'kind') AND held > (SELECT min(held) FROM one) ORDER BY place)
      INTO wide FROM one;
    left_to_find := most;
    FOREACH tier IN ARRAY ARRAY['2', '1', '0'] LOOP
      SELECT string_agg(
          CASE WHEN wide[place] THEN format('s.facets && %L::text[]', ARRAY(SELECT substr(token, 2) FROM jsonb_array_elements_text(tokens) AS token))
          ELSE format('s.tokens && %L::text[]', ARRAY(SELECT tier || token FROM jsonb_array_elements_text(tokens) AS token)) END, ' AND ')
        INTO wanted FROM jsonb_array_elements(groups) WITH ORDINALITY AS each (tokens, place);
      RETURN QUERY EXECUTE format('SELECT %s, s.entry_id, s.name, s.section_id, s.rank, s.name_key, s.year, s.added, s.facets FROM entry_search s WHERE %s LIMIT %s', number, wanted, left_to_find);
      GET DIAGNOSTICS got = ROW_COUNT;
      left_to_find := left_to_find - got;
      EXIT WHEN left_to_find <= 0;
    END LOOP;
    EXIT WHEN left_to_find <= 0;
  END LOOP;
END $$;

DROP FUNCTION "search_candidates";
