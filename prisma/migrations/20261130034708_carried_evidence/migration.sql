-- AlterTable
ALTER TABLE "amendment" ADD COLUMN     "evidence" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "tray_item" ADD COLUMN     "evidence" JSONB NOT NULL DEFAULT '[]';
