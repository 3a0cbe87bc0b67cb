/*
 * What the index holds of the entries that a search may mean, `most` of each way to mean it at most, and by which way (the first is 1) each was
 * found. A way is a list of groups; an entry goes that way where it holds a token of every group. The tiers of lib/catalog/search/tokens are asked
 * one after another until there are enough, so that a common word costs as little as a rare one; where a way has enough, no worse one is gone.
 * No other plan than the index's is as fast on a word that it thinks is rarer than it is.
 */
CREATE FUNCTION "search_found"(ways jsonb, most integer)
  RETURNS TABLE (way integer, entry_id uuid, name_key text, year integer, added integer, facets text[]) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE
  groups jsonb;
  number integer := 0;
  tier text;
  wanted text;
  left_to_find integer;
  got integer;
BEGIN
  FOR groups IN SELECT jsonb_array_elements(ways) LOOP
    number := number + 1;
    left_to_find := most;
    FOREACH tier IN ARRAY ARRAY['2', '1', '0'] LOOP
      SELECT string_agg(format('s.tokens && %L::text[]', ARRAY(SELECT tier || token FROM jsonb_array_elements_text(tokens) AS token)), ' AND ')
        INTO wanted FROM jsonb_array_elements(groups) AS tokens;
      RETURN QUERY EXECUTE format('SELECT %s, s.entry_id, s.name_key, s.year, s.added, s.facets FROM entry_search s WHERE %s LIMIT %s', number, wanted, left_to_find);
      GET DIAGNOSTICS got = ROW_COUNT;
      left_to_find := left_to_find - got;
      EXIT WHEN left_to_find <= 0;
    END LOOP;
    EXIT WHEN left_to_find <= 0;
  END LOOP;
END $$;

DROP FUNCTION "search_candidates";
