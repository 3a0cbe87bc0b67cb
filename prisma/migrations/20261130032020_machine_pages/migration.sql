-- DropIndex
DROP INDEX "entry_revision_catalog_revision_idx";

-- DropIndex
DROP INDEX "entry_term_facet_key_idx";

-- CreateIndex
CREATE INDEX "entry_kind_id_idx" ON "entry"("kind", "id");

-- CreateIndex
CREATE INDEX "entry_section_id_id_idx" ON "entry"("section_id", "id");

-- CreateIndex
CREATE INDEX "entry_revision_catalog_revision_entry_id_number_idx" ON "entry_revision"("catalog_revision", "entry_id", "number");

-- CreateIndex
CREATE INDEX "entry_term_facet_key_entry_id_idx" ON "entry_term"("facet", "key", "entry_id");
