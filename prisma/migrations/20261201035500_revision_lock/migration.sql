-- Who holds this lock, shared, knows that the revision stays as it is (lib/serving/revision-hold).
CREATE FUNCTION revision_lock() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 7203;

/*
 * Takes it for the rest of the transaction, unless somebody waits for it, and reads the revision. Each statement of a volatile function sees what is
 * there when it begins, so what is read under the lock stands until it is let go. Who has it waits for nothing, so the table is asked for first: a
 * migration may wait for that, and for an acceptance. Who keeps it for a second without a word has their session ended.
 */
CREATE FUNCTION hold_revision(OUT is_held boolean, OUT now integer) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM set_config('idle_in_transaction_session_timeout', '1s', true);
  LOCK TABLE document IN ACCESS SHARE MODE;
  is_held := pg_try_advisory_xact_lock_shared(revision_lock());
  SELECT revision INTO STRICT now FROM document WHERE id = 1;
END $$;

-- Whoever changes the revision, by whatever way, commits once nobody holds it any more.
CREATE FUNCTION wait_for_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(revision_lock());
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER waits_for_readers AFTER INSERT OR UPDATE OF revision ON "document" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_for_readers();
