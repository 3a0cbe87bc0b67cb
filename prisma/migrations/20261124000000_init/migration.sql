-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('contributor', 'maintainer', 'admin');

-- CreateEnum
CREATE TYPE "entry_kind" AS ENUM ('model', 'dataset');

-- CreateEnum
CREATE TYPE "facet" AS ENUM ('subfield', 'base', 'data');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('draft', 'submitted', 'changes_requested', 'accepted', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "change_op" AS ENUM ('add');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('accepted', 'rejected', 'changes_requested');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('imported', 'submitted', 'resubmitted', 'withdrawn', 'accepted', 'rejected', 'changes_requested', 'role_changed');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'contributor',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("session_token")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "document" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "parts" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "heading" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "frame" JSONB NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" UUID NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "section_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "rank" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "cells" TEXT[],
    "verbatim" TEXT,
    "search" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_term" (
    "entry_id" UUID NOT NULL,
    "facet" "facet" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "entry_term_pkey" PRIMARY KEY ("entry_id","facet","ordinal")
);

-- CreateTable
CREATE TABLE "entry_identity" (
    "entry_id" UUID NOT NULL,
    "identity" TEXT NOT NULL,

    CONSTRAINT "entry_identity_pkey" PRIMARY KEY ("entry_id","identity")
);

-- CreateTable
CREATE TABLE "catalog_revision" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proposal_id" INTEGER,
    "updated" TEXT,

    CONSTRAINT "catalog_revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "document_revision" (
    "catalog_revision" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,

    CONSTRAINT "document_revision_pkey" PRIMARY KEY ("catalog_revision")
);

-- CreateTable
CREATE TABLE "section_revision" (
    "section_id" UUID NOT NULL,
    "catalog_revision" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "frame" JSONB NOT NULL,

    CONSTRAINT "section_revision_pkey" PRIMARY KEY ("section_id","catalog_revision")
);

-- CreateTable
CREATE TABLE "entry_revision" (
    "entry_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "catalog_revision" INTEGER NOT NULL,
    "section_id" UUID NOT NULL,
    "rank" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "cells" TEXT[],
    "verbatim" TEXT,
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "entry_revision_pkey" PRIMARY KEY ("entry_id","number")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" SERIAL NOT NULL,
    "proposer_id" UUID NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_version" (
    "proposal_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "rationale" TEXT NOT NULL DEFAULT '',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_version_pkey" PRIMARY KEY ("proposal_id","number")
);

-- CreateTable
CREATE TABLE "change" (
    "proposal_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "op" "change_op" NOT NULL,
    "change" JSONB NOT NULL,
    "verdict" "verdict",
    "entry_id" UUID,

    CONSTRAINT "change_pkey" PRIMARY KEY ("proposal_id","version","ordinal")
);

-- CreateTable
CREATE TABLE "change_identity" (
    "proposal_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "identity" TEXT NOT NULL,

    CONSTRAINT "change_identity_pkey" PRIMARY KEY ("proposal_id","version","ordinal","identity")
);

-- CreateTable
CREATE TABLE "decision" (
    "proposal_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "decider_id" UUID NOT NULL,
    "verdict" "verdict" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "catalog_revision" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("proposal_id","version")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "kind" "event_kind" NOT NULL,
    "actor_id" UUID,
    "proposal_id" INTEGER,
    "catalog_revision" INTEGER,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_idx" ON "session"("expires");

-- CreateIndex
CREATE UNIQUE INDEX "section_slug_key" ON "section"("slug");

-- CreateIndex
CREATE INDEX "entry_name_key_idx" ON "entry"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "entry_kind_slug_key" ON "entry"("kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "entry_section_id_rank_key" ON "entry"("section_id", "rank");

-- CreateIndex
CREATE INDEX "entry_term_facet_key_idx" ON "entry_term"("facet", "key");

-- CreateIndex
CREATE INDEX "entry_identity_identity_idx" ON "entry_identity"("identity");

-- CreateIndex
CREATE UNIQUE INDEX "catalog_revision_proposal_id_key" ON "catalog_revision"("proposal_id");

-- CreateIndex
CREATE INDEX "entry_revision_catalog_revision_idx" ON "entry_revision"("catalog_revision");

-- CreateIndex
CREATE INDEX "entry_revision_section_id_idx" ON "entry_revision"("section_id");

-- CreateIndex
CREATE INDEX "proposal_state_submitted_at_id_idx" ON "proposal"("state", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "proposal_proposer_id_id_idx" ON "proposal"("proposer_id", "id");

-- CreateIndex
CREATE INDEX "change_entry_id_idx" ON "change"("entry_id");

-- CreateIndex
CREATE INDEX "change_identity_identity_idx" ON "change_identity"("identity");

-- CreateIndex
CREATE UNIQUE INDEX "decision_catalog_revision_key" ON "decision"("catalog_revision");

-- CreateIndex
CREATE INDEX "decision_decider_id_idx" ON "decision"("decider_id");

-- CreateIndex
CREATE INDEX "event_proposal_id_idx" ON "event"("proposal_id");

-- CreateIndex
CREATE INDEX "event_actor_id_idx" ON "event"("actor_id");

-- CreateIndex
CREATE INDEX "event_catalog_revision_idx" ON "event"("catalog_revision");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_term" ADD CONSTRAINT "entry_term_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_identity" ADD CONSTRAINT "entry_identity_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_revision" ADD CONSTRAINT "catalog_revision_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_revision" ADD CONSTRAINT "document_revision_catalog_revision_fkey" FOREIGN KEY ("catalog_revision") REFERENCES "catalog_revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_revision" ADD CONSTRAINT "section_revision_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_revision" ADD CONSTRAINT "section_revision_catalog_revision_fkey" FOREIGN KEY ("catalog_revision") REFERENCES "catalog_revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_revision" ADD CONSTRAINT "entry_revision_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_revision" ADD CONSTRAINT "entry_revision_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_revision" ADD CONSTRAINT "entry_revision_catalog_revision_fkey" FOREIGN KEY ("catalog_revision") REFERENCES "catalog_revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_version" ADD CONSTRAINT "proposal_version_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_proposal_id_version_fkey" FOREIGN KEY ("proposal_id", "version") REFERENCES "proposal_version"("proposal_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_identity" ADD CONSTRAINT "change_identity_proposal_id_version_ordinal_fkey" FOREIGN KEY ("proposal_id", "version", "ordinal") REFERENCES "change"("proposal_id", "version", "ordinal") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_proposal_id_version_fkey" FOREIGN KEY ("proposal_id", "version") REFERENCES "proposal_version"("proposal_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_catalog_revision_fkey" FOREIGN KEY ("catalog_revision") REFERENCES "catalog_revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_catalog_revision_fkey" FOREIGN KEY ("catalog_revision") REFERENCES "catalog_revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;
