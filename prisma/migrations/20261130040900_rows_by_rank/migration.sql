-- DropIndex
DROP INDEX "entry_revision_section_id_idx";

-- CreateIndex
CREATE INDEX "entry_revision_section_id_rank_idx" ON "entry_revision"("section_id", "rank");
