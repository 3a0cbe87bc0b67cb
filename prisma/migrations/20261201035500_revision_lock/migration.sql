-- Who holds this lock, shared, knows that the revision stays as it is (lib/serving/revision-hold).
CREATE FUNCTION revision_lock() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 7203;

-- Whoever changes the revision, by whatever way, commits once nobody holds it any more.
CREATE FUNCTION wait_for_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(revision_lock());
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER waits_for_readers AFTER INSERT OR UPDATE OF revision ON "document" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_for_readers();
