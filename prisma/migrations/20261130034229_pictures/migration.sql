-- CreateTable
CREATE TABLE "facet_pair" (
    "first" TEXT COLLATE "C" NOT NULL,
    "second" TEXT COLLATE "C" NOT NULL,
    "entries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "facet_pair_pkey" PRIMARY KEY ("first","second")
);

-- CreateTable
CREATE TABLE "catalog_size" (
    "kind" "entry_kind" NOT NULL,
    "revision" INTEGER NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "catalog_size_pkey" PRIMARY KEY ("kind","revision")
);

-- The pairs of an entry's values that pictures count. An index takes 2,704 bytes at most; no two real names are that long together.
CREATE FUNCTION "pairs_of"(facets text[]) RETURNS TABLE (first text, second text) LANGUAGE sql IMMUTABLE AS $$
  SELECT a, b FROM unnest(facets) AS a, unnest(facets) AS b
    WHERE ((a LIKE 'kind:%' AND b LIKE 'year:%') OR (a LIKE 'subfield:%' AND b LIKE 'base:%')) AND octet_length(a) + octet_length(b) < 2600
  UNION ALL
  SELECT a, 'year:' FROM unnest(facets) AS a WHERE a LIKE 'kind:%' AND NOT EXISTS (SELECT FROM unnest(facets) AS b WHERE b LIKE 'year:%')
$$;

CREATE FUNCTION "count_pairs"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO facet_pair (first, second, entries)
      SELECT first, second, -count(*) FROM stale, pairs_of(facets) GROUP BY first, second ORDER BY first, second
      ON CONFLICT (first, second) DO UPDATE SET entries = facet_pair.entries + excluded.entries;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO facet_pair (first, second, entries)
      SELECT first, second, count(*) FROM fresh, pairs_of(facets) GROUP BY first, second ORDER BY first, second
      ON CONFLICT (first, second) DO UPDATE SET entries = facet_pair.entries + excluded.entries;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER pairs_inserted AFTER INSERT ON "entry_search" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_pairs();
CREATE TRIGGER pairs_updated AFTER UPDATE ON "entry_search" REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_pairs();
CREATE TRIGGER pairs_deleted AFTER DELETE ON "entry_search" REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION count_pairs();
INSERT INTO facet_pair (first, second, entries) SELECT first, second, count(*) FROM entry_search, pairs_of(facets) GROUP BY first, second;

-- Acceptances queue at the document's row, so the revisions before this one are as they stay.
CREATE FUNCTION "count_entries"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO catalog_size (kind, revision, entries)
    SELECT kind, revision, grown + coalesce((
      SELECT size.entries FROM catalog_size AS size WHERE size.kind = change.kind AND size.revision <= change.revision ORDER BY size.revision DESC LIMIT 1), 0)
    FROM (
      SELECT entry.kind, fresh.catalog_revision AS revision, sum((NOT fresh.removed)::int - coalesce((NOT former.removed)::int, 0)) AS grown
      FROM fresh JOIN entry ON entry.id = fresh.entry_id
      LEFT JOIN entry_revision AS former ON former.entry_id = fresh.entry_id AND former.number = fresh.number - 1
      GROUP BY entry.kind, fresh.catalog_revision
    ) AS change WHERE grown <> 0
    ON CONFLICT (kind, revision) DO UPDATE SET entries = excluded.entries;
  RETURN NULL;
END $$;
CREATE TRIGGER entries_counted AFTER INSERT ON "entry_revision" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_entries();
INSERT INTO catalog_size (kind, revision, entries)
  SELECT kind, revision, sum(grown) OVER (PARTITION BY kind ORDER BY revision) FROM (
    SELECT entry.kind, one.catalog_revision AS revision, sum((NOT one.removed)::int - coalesce((NOT former.removed)::int, 0)) AS grown
    FROM entry_revision AS one JOIN entry ON entry.id = one.entry_id
    LEFT JOIN entry_revision AS former ON former.entry_id = one.entry_id AND former.number = one.number - 1
    GROUP BY entry.kind, one.catalog_revision
  ) AS change WHERE grown <> 0;
