-- CreateTable
CREATE TABLE "undo" (
    "proposal_id" INTEGER NOT NULL,
    "undoes" INTEGER NOT NULL,

    CONSTRAINT "undo_pkey" PRIMARY KEY ("proposal_id","undoes")
);

-- CreateIndex
CREATE INDEX "undo_undoes_idx" ON "undo"("undoes");

-- AddForeignKey
ALTER TABLE "undo" ADD CONSTRAINT "undo_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo" ADD CONSTRAINT "undo_undoes_fkey" FOREIGN KEY ("undoes") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is undone by each so far.
INSERT INTO "undo" ("proposal_id", "undoes") SELECT "id", "undoes" FROM "proposal" WHERE "undoes" IS NOT NULL;

-- DropForeignKey
ALTER TABLE "proposal" DROP CONSTRAINT "proposal_undoes_fkey";

-- DropIndex
DROP INDEX "proposal_undoes_idx";

-- AlterTable
ALTER TABLE "proposal" DROP COLUMN "undoes";

-- Whoever undoes comes later, and what was said to be undone stays said.
ALTER TABLE "undo"
  ADD CONSTRAINT "undo_is_later" CHECK ("proposal_id" > "undoes");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "undo" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "undo" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
