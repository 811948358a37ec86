-- E-mail, whole: connected addresses and domains, files, spam, several recipients, new requests.
-- AlterTable
ALTER TABLE "InboundAddress" ADD COLUMN     "supportAddressId" UUID;

-- AlterTable
ALTER TABLE "ReplyToken" ADD COLUMN     "agentId" UUID;

-- AlterTable
ALTER TABLE "Received" ADD COLUMN     "parts" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Brand" ADD COLUMN     "senderAddress" TEXT;

-- AlterTable
ALTER TABLE "Agent" ADD COLUMN     "notifyByMail" TEXT NOT NULL DEFAULT 'mine',
ADD COLUMN     "signature" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "hasFiles" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shopifyOrderId" TEXT,
ADD COLUMN     "supportAddressId" UUID,
ADD COLUMN     "undelivered" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "holdUntil" TIMESTAMPTZ(3),
ADD COLUMN     "leftAt" TIMESTAMPTZ(3),
ADD COLUMN     "machine" TEXT,
ADD COLUMN     "openedAt" TIMESTAMPTZ(3),
ADD COLUMN     "recipients" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "authenticated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "relay" TEXT,
ADD COLUMN     "relayReason" TEXT,
ADD COLUMN     "sentByAddress" TEXT,
ADD COLUMN     "trimmed" TEXT;

-- AlterTable
ALTER TABLE "OutgoingMail" ADD COLUMN     "alsoTo" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "bcc" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "cc" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "files" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "trackOpens" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "File" ADD COLUMN     "contentId" TEXT,
ADD COLUMN     "danger" TEXT,
ADD COLUMN     "height" INTEGER,
ADD COLUMN     "inline" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "missing" TEXT,
ADD COLUMN     "uploadedById" UUID,
ADD COLUMN     "width" INTEGER,
ALTER COLUMN "messageId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "SendingDomain" (
    "name" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "providerId" INTEGER NOT NULL,
    "dkimHost" TEXT NOT NULL,
    "dkimValue" TEXT NOT NULL,
    "returnPathHost" TEXT NOT NULL,
    "returnPathValue" TEXT NOT NULL,
    "dkimVerifiedAt" TIMESTAMPTZ(3),
    "returnPathVerifiedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SendingDomain_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "ReceivedPart" (
    "receivedId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReceivedPart_pkey" PRIMARY KEY ("receivedId","part")
);

-- CreateTable
CREATE TABLE "SupportAddress" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "departmentId" UUID,
    "address" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "acknowledge" BOOLEAN NOT NULL DEFAULT true,
    "testCode" TEXT,
    "testSentAt" TIMESTAMPTZ(3),
    "testArrivedAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "lastMailAt" TIMESTAMPTZ(3),
    "forwarding" JSONB,
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SupportAddress_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "BlockedSender" (
    "workspaceId" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "blockedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BlockedSender_pkey" PRIMARY KEY ("workspaceId","value")
);

-- CreateTable
CREATE TABLE "TicketParticipant" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "addedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TicketParticipant_pkey" PRIMARY KEY ("workspaceId","ticketId","address")
);

-- CreateTable
CREATE TABLE "NewRequest" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "requestKey" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "files" JSONB NOT NULL DEFAULT '[]',
    "total" INTEGER NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NewRequest_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "NewRequestRecipient" (
    "workspaceId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "shopifyId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "ticketId" UUID,

    CONSTRAINT "NewRequestRecipient_pkey" PRIMARY KEY ("workspaceId","requestId","position")
);

-- CreateIndex
CREATE INDEX "SendingDomain_workspaceId_idx" ON "SendingDomain"("workspaceId");

-- CreateIndex
CREATE INDEX "SendingDomain_checkedAt_idx" ON "SendingDomain"("checkedAt");

-- CreateIndex
CREATE INDEX "ReceivedPart_createdAt_idx" ON "ReceivedPart"("createdAt");

-- CreateIndex
CREATE INDEX "SupportAddress_workspaceId_storeId_idx" ON "SupportAddress"("workspaceId", "storeId");

-- CreateIndex
CREATE INDEX "SupportAddress_workspaceId_departmentId_idx" ON "SupportAddress"("workspaceId", "departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "SupportAddress_workspaceId_address_key" ON "SupportAddress"("workspaceId", "address");

-- CreateIndex
CREATE INDEX "NewRequest_workspaceId_createdAt_idx" ON "NewRequest"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "NewRequest_workspaceId_storeId_idx" ON "NewRequest"("workspaceId", "storeId");

-- CreateIndex
CREATE INDEX "NewRequest_workspaceId_createdById_idx" ON "NewRequest"("workspaceId", "createdById");

-- CreateIndex
CREATE UNIQUE INDEX "NewRequest_workspaceId_requestKey_key" ON "NewRequest"("workspaceId", "requestKey");

-- CreateIndex
CREATE UNIQUE INDEX "NewRequestRecipient_workspaceId_requestId_address_key" ON "NewRequestRecipient"("workspaceId", "requestId", "address");

-- CreateIndex
CREATE INDEX "File_workspaceId_uploadedById_idx" ON "File"("workspaceId", "uploadedById");

-- CreateIndex
CREATE UNIQUE INDEX "File_workspaceId_key_key" ON "File"("workspaceId", "key");

-- AddForeignKey
ALTER TABLE "SupportAddress" ADD CONSTRAINT "SupportAddress_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId") REFERENCES "Store"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SupportAddress" ADD CONSTRAINT "SupportAddress_workspaceId_departmentId_fkey" FOREIGN KEY ("workspaceId", "departmentId") REFERENCES "Department"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BlockedSender" ADD CONSTRAINT "BlockedSender_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_supportAddressId_fkey" FOREIGN KEY ("workspaceId", "supportAddressId") REFERENCES "SupportAddress"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TicketParticipant" ADD CONSTRAINT "TicketParticipant_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_workspaceId_uploadedById_fkey" FOREIGN KEY ("workspaceId", "uploadedById") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "NewRequest" ADD CONSTRAINT "NewRequest_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId") REFERENCES "Store"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "NewRequest" ADD CONSTRAINT "NewRequest_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "NewRequestRecipient" ADD CONSTRAINT "NewRequestRecipient_workspaceId_requestId_fkey" FOREIGN KEY ("workspaceId", "requestId") REFERENCES "NewRequest"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One Message-ID may be known to several tickets.
ALTER TABLE "MailReference" DROP CONSTRAINT "MailReference_pkey";
ALTER TABLE "MailReference" ADD CONSTRAINT "MailReference_pkey" PRIMARY KEY ("workspaceId", "messageId", "ticketId");

-- What the schema cannot say.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['SupportAddress', 'BlockedSender', 'TicketParticipant', 'NewRequest', 'NewRequestRecipient']
  LOOP
    EXECUTE format('CREATE TRIGGER tenant_stays BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move()', t);
  END LOOP;
END $$;

ALTER TABLE "Agent" ADD CONSTRAINT agent_notify CHECK ("notifyByMail" IN ('all', 'mine', 'none'));
ALTER TABLE "SupportAddress" ADD CONSTRAINT support_address_value CHECK (address = lower(address) AND address ~ '^[^@\s]+@[^@\s]+$');
ALTER TABLE "SendingDomain" ADD CONSTRAINT sending_domain_name CHECK (name = lower(name));
ALTER TABLE "BlockedSender" ADD CONSTRAINT blocked_value CHECK (value = lower(value) AND value ~ '@');
ALTER TABLE "TicketParticipant" ADD CONSTRAINT participant_address CHECK (address = lower(address) AND address <> '');
ALTER TABLE "Message" ADD CONSTRAINT message_machine CHECK (machine IN ('auto-reply', 'bounce', 'delay', 'receipt', 'list', 'own'));
ALTER TABLE "Message" ADD CONSTRAINT message_relay CHECK (relay IS NULL OR (kind = 'note' AND relay IN ('waiting', 'sent', 'dismissed')));
ALTER TABLE "Message" ADD CONSTRAINT message_held_when_outbound CHECK ("holdUntil" IS NULL OR kind = 'outbound');
ALTER TABLE "File" ADD CONSTRAINT file_danger CHECK (danger IN ('executable', 'script', 'macro', 'archive', 'disguised'));
ALTER TABLE "File" ADD CONSTRAINT file_belongs CHECK ("messageId" IS NOT NULL OR "uploadedById" IS NOT NULL);
ALTER TABLE "NewRequestRecipient" ADD CONSTRAINT recipient_state CHECK (state IN ('waiting', 'started', 'failed'));
ALTER TABLE "OutgoingMail" DROP CONSTRAINT mail_kind;
ALTER TABLE "OutgoingMail" ADD CONSTRAINT mail_kind CHECK (kind IN ('reply', 'acknowledgement', 'notification', 'test'));

CREATE INDEX ticket_sent_list ON "Ticket" ("workspaceId", "lastMessageAt" DESC, id DESC)
  WHERE status = 'open' AND "waitingOn" = 'customer' AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_spam_list ON "Ticket" ("workspaceId", "lastMessageAt" DESC, id DESC)
  WHERE spam AND "archivedAt" IS NULL AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_support_address ON "Ticket" ("workspaceId", "supportAddressId") WHERE "supportAddressId" IS NOT NULL;
-- Replies a person should look at: failed, lost, or still not out.
CREATE INDEX message_undelivered ON "Message" ("workspaceId", "createdAt" DESC, id DESC)
  WHERE delivery IN ('queued', 'sending', 'failed', 'bounced', 'unknown') AND "leftAt" IS NULL;
-- Uploads whose reply was never sent.
CREATE INDEX file_unsent ON "File" ("createdAt") WHERE "messageId" IS NULL;
-- Requests that still have somebody to write to.
CREATE INDEX request_unfinished ON "NewRequest" ("createdAt") WHERE "doneAt" IS NULL;

-- The pieces of a large raw input go when it goes, or when it is emptied (parts = 0): whoever does it, and however.
CREATE FUNCTION drop_received_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ReceivedPart" WHERE "receivedId" = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER parts_go_with_it AFTER DELETE ON "Received" FOR EACH ROW WHEN (OLD.parts > 0)
  EXECUTE FUNCTION drop_received_parts();
CREATE TRIGGER parts_are_emptied AFTER UPDATE OF parts ON "Received" FOR EACH ROW WHEN (OLD.parts > 0 AND NEW.parts = 0)
  EXECUTE FUNCTION drop_received_parts();
