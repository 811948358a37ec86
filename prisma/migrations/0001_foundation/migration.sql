-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShopDomain" (
    "domain" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShopDomain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "InboundAddress" (
    "token" TEXT NOT NULL,
    "address" TEXT,
    "workspaceId" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InboundAddress_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "ReplyToken" (
    "token" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "ticketId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReplyToken_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "Received" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "server" TEXT NOT NULL DEFAULT '',
    "providerId" TEXT NOT NULL,
    "workspaceId" UUID,
    "storeId" UUID,
    "topic" TEXT NOT NULL DEFAULT '',
    "body" BYTEA NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'received',
    "reason" TEXT,
    "rescues" INTEGER NOT NULL DEFAULT 0,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Received_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ticketPrefix" TEXT NOT NULL DEFAULT '#',
    "lastTicketNumber" INTEGER NOT NULL DEFAULT 1000,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Store" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shopDomain" TEXT NOT NULL,
    "shopifyId" TEXT,
    "name" TEXT NOT NULL,
    "publicDomain" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "installedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Store_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Brand" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "senderName" TEXT NOT NULL,
    "signature" TEXT NOT NULL DEFAULT '',
    "isDefault" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Brand_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Agent" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "role" TEXT,
    "retiredAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Agent_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "StaffAccount" (
    "workspaceId" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "shopifyUserId" TEXT NOT NULL,
    "agentId" UUID NOT NULL,

    CONSTRAINT "StaffAccount_pkey" PRIMARY KEY ("workspaceId","storeId","shopifyUserId")
);

-- CreateTable
CREATE TABLE "Department" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Customer" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "locale" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ContactPoint" (
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("workspaceId","kind","value")
);

-- CreateTable
CREATE TABLE "ShopifyCustomer" (
    "workspaceId" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "shopifyId" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "proof" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShopifyCustomer_pkey" PRIMARY KEY ("workspaceId","storeId","shopifyId")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "storeId" UUID NOT NULL,
    "brandId" UUID NOT NULL,
    "customerId" UUID,
    "channel" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "preview" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "waitingOn" TEXT NOT NULL DEFAULT 'us',
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "identity" TEXT NOT NULL DEFAULT 'claimed',
    "spam" BOOLEAN NOT NULL DEFAULT false,
    "assigneeId" UUID,
    "departmentId" UUID,
    "topic" TEXT,
    "orderName" TEXT,
    "locale" TEXT,
    "snoozedUntil" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,
    "lastMessageId" UUID,
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL,
    "lastInboundAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TicketRead" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketRead_pkey" PRIMARY KEY ("workspaceId","ticketId","agentId")
);

-- CreateTable
CREATE TABLE "Message" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT,
    "requestKey" TEXT,
    "receivedId" UUID,
    "authorId" UUID,
    "customerId" UUID,
    "fromName" TEXT,
    "fromAddress" TEXT,
    "shopifyId" TEXT,
    "senderProof" TEXT,
    "subject" TEXT,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "delivery" TEXT,
    "deliveryError" TEXT,
    "saidAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "MailReference" (
    "workspaceId" UUID NOT NULL,
    "messageId" TEXT NOT NULL,
    "ticketId" UUID NOT NULL,
    "hearsay" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailReference_pkey" PRIMARY KEY ("workspaceId","messageId")
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "ticketId" UUID,
    "messageId" UUID,
    "fromAddress" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "replyTo" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '[]',
    "internetId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "providerId" TEXT,
    "claimedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Event" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID,
    "type" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "File" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "File_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "workspaceId" UUID NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("workspaceId","scope","name")
);

-- CreateTable
CREATE TABLE "PrivacyRequest" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "receivedId" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB,
    "doneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PrivacyRequest_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE INDEX "ShopDomain_workspaceId_idx" ON "ShopDomain"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "InboundAddress_address_key" ON "InboundAddress"("address");

-- CreateIndex
CREATE INDEX "InboundAddress_workspaceId_idx" ON "InboundAddress"("workspaceId");

-- CreateIndex
CREATE INDEX "ReplyToken_workspaceId_ticketId_idx" ON "ReplyToken"("workspaceId", "ticketId");

-- CreateIndex
CREATE INDEX "Received_workspaceId_receivedAt_idx" ON "Received"("workspaceId", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Received_source_server_providerId_key" ON "Received"("source", "server", "providerId");

-- CreateIndex
CREATE UNIQUE INDEX "Store_workspaceId_shopDomain_key" ON "Store"("workspaceId", "shopDomain");

-- CreateIndex
CREATE INDEX "Brand_workspaceId_storeId_idx" ON "Brand"("workspaceId", "storeId");

-- CreateIndex
CREATE INDEX "Agent_workspaceId_email_idx" ON "Agent"("workspaceId", "email");

-- CreateIndex
CREATE INDEX "StaffAccount_workspaceId_agentId_idx" ON "StaffAccount"("workspaceId", "agentId");

-- CreateIndex
CREATE UNIQUE INDEX "Department_workspaceId_name_key" ON "Department"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "ContactPoint_workspaceId_customerId_idx" ON "ContactPoint"("workspaceId", "customerId");

-- CreateIndex
CREATE INDEX "ShopifyCustomer_workspaceId_customerId_idx" ON "ShopifyCustomer"("workspaceId", "customerId");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_customerId_lastMessageAt_idx" ON "Ticket"("workspaceId", "customerId", "lastMessageAt");

-- CreateIndex
CREATE INDEX "Ticket_workspaceId_mergedIntoId_idx" ON "Ticket"("workspaceId", "mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_workspaceId_number_key" ON "Ticket"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "TicketRead_workspaceId_agentId_idx" ON "TicketRead"("workspaceId", "agentId");

-- CreateIndex
CREATE INDEX "Message_workspaceId_ticketId_createdAt_id_idx" ON "Message"("workspaceId", "ticketId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Message_workspaceId_authorId_idx" ON "Message"("workspaceId", "authorId");

-- CreateIndex
CREATE INDEX "Message_workspaceId_customerId_createdAt_idx" ON "Message"("workspaceId", "customerId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_workspaceId_channel_externalId_key" ON "Message"("workspaceId", "channel", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_workspaceId_requestKey_key" ON "Message"("workspaceId", "requestKey");

-- CreateIndex
CREATE INDEX "MailReference_workspaceId_ticketId_idx" ON "MailReference"("workspaceId", "ticketId");

-- CreateIndex
CREATE INDEX "OutgoingMail_workspaceId_messageId_idx" ON "OutgoingMail"("workspaceId", "messageId");

-- CreateIndex
CREATE INDEX "OutgoingMail_workspaceId_toAddress_kind_createdAt_idx" ON "OutgoingMail"("workspaceId", "toAddress", "kind", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_workspaceId_requestKey_key" ON "OutgoingMail"("workspaceId", "requestKey");

-- CreateIndex
CREATE INDEX "Event_workspaceId_ticketId_createdAt_id_idx" ON "Event"("workspaceId", "ticketId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Event_workspaceId_createdAt_id_idx" ON "Event"("workspaceId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "File_workspaceId_messageId_idx" ON "File"("workspaceId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "PrivacyRequest_workspaceId_receivedId_key" ON "PrivacyRequest"("workspaceId", "receivedId");

-- AddForeignKey
ALTER TABLE "Store" ADD CONSTRAINT "Store_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Brand" ADD CONSTRAINT "Brand_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId") REFERENCES "Store"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Agent" ADD CONSTRAINT "Agent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StaffAccount" ADD CONSTRAINT "StaffAccount_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId") REFERENCES "Store"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StaffAccount" ADD CONSTRAINT "StaffAccount_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ShopifyCustomer" ADD CONSTRAINT "ShopifyCustomer_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId") REFERENCES "Store"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_brandId_fkey" FOREIGN KEY ("workspaceId", "brandId") REFERENCES "Brand"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_assigneeId_fkey" FOREIGN KEY ("workspaceId", "assigneeId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_departmentId_fkey" FOREIGN KEY ("workspaceId", "departmentId") REFERENCES "Department"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TicketRead" ADD CONSTRAINT "TicketRead_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TicketRead" ADD CONSTRAINT "TicketRead_workspaceId_agentId_fkey" FOREIGN KEY ("workspaceId", "agentId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Agent"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MailReference" ADD CONSTRAINT "MailReference_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

