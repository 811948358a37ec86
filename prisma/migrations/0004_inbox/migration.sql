-- AlterTable
ALTER TABLE "Agent" ADD COLUMN     "alerts" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "forward" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mentions" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "Label" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL DEFAULT 'grey',
    "mergedIntoId" UUID,
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Label_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TicketLabel" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "labelId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TicketLabel_pkey" PRIMARY KEY ("workspaceId","ticketId","labelId")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "icon" TEXT NOT NULL DEFAULT 'star',
    "position" INTEGER NOT NULL DEFAULT 0,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TicketCount" (
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "TicketCount_pkey" PRIMARY KEY ("workspaceId","name","slot")
);

-- CreateTable
CREATE TABLE "BulkAction" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "requestKey" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "args" JSONB NOT NULL DEFAULT '{}',
    "filter" TEXT,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkAction_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "BulkItem" (
    "workspaceId" UUID NOT NULL,
    "bulkId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "ticketId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "before" JSONB,

    CONSTRAINT "BulkItem_pkey" PRIMARY KEY ("workspaceId","bulkId","position")
);

-- CreateTable
CREATE TABLE "TicketMerge" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fromId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "byId" UUID,
    "moved" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "TicketMerge_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "workspaceId" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "recipients" JSONB,
    "files" JSONB NOT NULL DEFAULT '[]',
    "requestKey" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("workspaceId","agentId","ticketId","mode")
);

-- CreateTable
CREATE TABLE "Macro" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agentId" UUID,
    "name" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "actions" JSONB NOT NULL DEFAULT '[]',
    "locale" TEXT,
    "usedCount" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Macro_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "tab" TEXT NOT NULL,
    "typing" BOOLEAN NOT NULL DEFAULT false,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("workspaceId","ticketId","agentId","tab")
);

-- CreateTable
CREATE TABLE "Notification" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ticketId" UUID NOT NULL,
    "messageId" UUID,
    "eventId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Label_workspaceId_mergedIntoId_idx" ON "Label"("workspaceId", "mergedIntoId");

-- CreateIndex
CREATE INDEX "TicketLabel_workspaceId_labelId_ticketId_idx" ON "TicketLabel"("workspaceId", "labelId", "ticketId");

-- CreateIndex
CREATE INDEX "SavedView_workspaceId_agentId_position_idx" ON "SavedView"("workspaceId", "agentId", "position");

-- CreateIndex
CREATE INDEX "BulkAction_workspaceId_agentId_createdAt_idx" ON "BulkAction"("workspaceId", "agentId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "BulkAction_workspaceId_requestKey_key" ON "BulkAction"("workspaceId", "requestKey");

-- CreateIndex
CREATE INDEX "BulkItem_workspaceId_ticketId_idx" ON "BulkItem"("workspaceId", "ticketId");

-- CreateIndex
CREATE INDEX "TicketMerge_workspaceId_fromId_idx" ON "TicketMerge"("workspaceId", "fromId");

-- CreateIndex
CREATE INDEX "TicketMerge_workspaceId_intoId_idx" ON "TicketMerge"("workspaceId", "intoId");

-- CreateIndex
CREATE INDEX "Draft_workspaceId_ticketId_idx" ON "Draft"("workspaceId", "ticketId");

-- CreateIndex
CREATE INDEX "Macro_workspaceId_agentId_idx" ON "Macro"("workspaceId", "agentId");

-- CreateIndex
CREATE INDEX "Presence_seenAt_idx" ON "Presence"("seenAt");

-- CreateIndex
CREATE INDEX "Notification_workspaceId_agentId_createdAt_idx" ON "Notification"("workspaceId", "agentId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_workspaceId_ticketId_idx" ON "Notification"("workspaceId", "ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_workspaceId_agentId_eventId_key" ON "Notification"("workspaceId", "agentId", "eventId");

-- AddForeignKey
ALTER TABLE "Label" ADD CONSTRAINT "Label_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Label"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TicketLabel" ADD CONSTRAINT "TicketLabel_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TicketLabel" ADD CONSTRAINT "TicketLabel_workspaceId_labelId_fkey" FOREIGN KEY ("workspaceId", "labelId") REFERENCES "Label"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BulkAction" ADD CONSTRAINT "BulkAction_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BulkItem" ADD CONSTRAINT "BulkItem_workspaceId_bulkId_fkey" FOREIGN KEY ("workspaceId", "bulkId") REFERENCES "BulkAction"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Macro" ADD CONSTRAINT "Macro_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What the schema cannot say.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Label', 'TicketLabel', 'SavedView', 'TicketCount', 'BulkAction', 'BulkItem', 'TicketMerge',
                           'Draft', 'Macro', 'Presence', 'Notification']
  LOOP
    EXECUTE format('CREATE TRIGGER tenant_stays BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move()', t);
  END LOOP;
END $$;

ALTER TABLE "Presence" SET UNLOGGED;

ALTER TABLE "Label" ADD CONSTRAINT label_name CHECK (name = btrim(name) AND name <> '');
CREATE UNIQUE INDEX label_in_use ON "Label" ("workspaceId", lower(name)) WHERE "retiredAt" IS NULL;
ALTER TABLE "BulkAction" ADD CONSTRAINT bulk_state CHECK (state IN ('waiting', 'running', 'done', 'undoing', 'undone'));
ALTER TABLE "BulkItem" ADD CONSTRAINT bulk_item_state CHECK (state IN ('waiting', 'done', 'unchanged', 'failed', 'undone', 'kept'));
ALTER TABLE "TicketMerge" ADD CONSTRAINT merge_kind CHECK (kind IN ('merge', 'split'));
ALTER TABLE "Draft" ADD CONSTRAINT draft_mode CHECK (mode IN ('reply', 'note', 'forward'));
ALTER TABLE "Notification" ADD CONSTRAINT notification_kind CHECK (kind IN ('mention', 'assigned', 'message', 'undelivered'));
ALTER TABLE "Message" ADD CONSTRAINT message_forward_when_outbound CHECK (NOT forward OR kind = 'outbound');

-- Snoozed tickets: their view, soonest first, and who wakes up now.
CREATE INDEX ticket_snoozed ON "Ticket" ("workspaceId", "snoozedUntil", id)
  WHERE status = 'snoozed' AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_waking ON "Ticket" ("snoozedUntil") WHERE status = 'snoozed';
-- Archived tickets: their view, and whose thirty days are over.
CREATE INDEX ticket_archived ON "Ticket" ("workspaceId", "archivedAt" DESC, id DESC)
  WHERE "archivedAt" IS NOT NULL AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_expiring ON "Ticket" ("archivedAt") WHERE "archivedAt" IS NOT NULL;
CREATE INDEX bulk_unfinished ON "BulkAction" ("createdAt") WHERE state IN ('waiting', 'running', 'undoing');
