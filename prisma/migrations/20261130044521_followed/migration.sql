-- CreateIndex
CREATE INDEX "catalog_revision_at_idx" ON "catalog_revision"("at");

-- CreateIndex
CREATE INDEX "entry_revision_section_id_catalog_revision_entry_id_number_idx" ON "entry_revision"("section_id", "catalog_revision", "entry_id", "number");
