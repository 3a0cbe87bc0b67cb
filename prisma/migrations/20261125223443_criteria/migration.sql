-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'criteria_written';

-- AlterTable
ALTER TABLE "section" ADD COLUMN     "criteria" TEXT NOT NULL DEFAULT '';
