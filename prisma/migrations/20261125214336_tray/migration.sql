-- CreateTable
CREATE TABLE "draft" (
    "user_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("user_id","form")
);

-- CreateTable
CREATE TABLE "tray_item" (
    "id" SERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "rationale" TEXT NOT NULL DEFAULT '',
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tray_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tray_item_user_id_id_idx" ON "tray_item"("user_id", "id");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tray_item" ADD CONSTRAINT "tray_item_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "draft"
  ADD CONSTRAINT "draft_form_given" CHECK (char_length("form") BETWEEN 1 AND 500),
  ADD CONSTRAINT "draft_revision_counts" CHECK ("revision" >= 1),
  ADD CONSTRAINT "draft_bounded" CHECK (char_length("title") <= 200 AND octet_length("content"::text) <= 400000);
ALTER TABLE "tray_item"
  ADD CONSTRAINT "tray_item_bounded" CHECK (octet_length("change"::text) <= 400000 AND char_length("rationale") <= 2000);
