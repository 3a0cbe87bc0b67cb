-- DropIndex
DROP INDEX "entry_term_facet_key_idx";

-- CreateIndex
CREATE INDEX "entry_term_facet_key_entry_id_idx" ON "entry_term"("facet", "key", "entry_id");
