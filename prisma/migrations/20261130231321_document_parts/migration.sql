-- Written with each text, and read by nobody: history has it.
ALTER TABLE "document" DROP COLUMN "parts";
