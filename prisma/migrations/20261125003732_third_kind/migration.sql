-- Rows of any table: the third kind.
ALTER TYPE "entry_kind" ADD VALUE 'table';

-- Everything that turns one state of the list into another: lib/readme/change.
ALTER TYPE "change_op" ADD VALUE 'edit';
ALTER TYPE "change_op" ADD VALUE 'remove';
ALTER TYPE "change_op" ADD VALUE 'move';
ALTER TYPE "change_op" ADD VALUE 'text';
ALTER TYPE "change_op" ADD VALUE 'layout';

ALTER TABLE "proposal_version"
  ADD COLUMN "base_revision" INTEGER,
  ADD COLUMN "keeps_date" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "section" ADD COLUMN "removed" BOOLEAN NOT NULL DEFAULT false;
