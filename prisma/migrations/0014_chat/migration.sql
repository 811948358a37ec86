-- The storefront's chat (docs/decisions/040-chat.md).
CREATE TABLE "VisitorToken" (
  "tokenHash" TEXT NOT NULL,
  "workspaceId" UUID NOT NULL,
  "storeId" UUID NOT NULL,
  "visitorId" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "VisitorToken_pkey" PRIMARY KEY ("tokenHash")
);
CREATE INDEX "VisitorToken_workspaceId_visitorId_idx" ON "VisitorToken" ("workspaceId", "visitorId");
CREATE INDEX "VisitorToken_expiresAt_idx" ON "VisitorToken" ("expiresAt");

CREATE TABLE "Visitor" (
  "workspaceId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "storeId" UUID NOT NULL,
  "customerId" UUID,
  "shopifyId" TEXT,
  "name" TEXT,
  "email" TEXT,
  "locale" TEXT,
  "timeZone" TEXT,
  "page" JSONB,
  "cart" JSONB,
  "userAgent" TEXT,
  "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
  "goneAt" TIMESTAMPTZ(3),
  "blockedAt" TIMESTAMPTZ(3),
  "blockedById" UUID,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Visitor_pkey" PRIMARY KEY ("workspaceId", "id"),
  CONSTRAINT "Visitor_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId")
    REFERENCES "Store" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "Visitor_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId")
    REFERENCES "Customer" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "Visitor_workspaceId_blockedById_fkey" FOREIGN KEY ("workspaceId", "blockedById")
    REFERENCES "Agent" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT visitor_email CHECK (email = lower(email) AND email !~ '[[:space:][:cntrl:],;<>]')
);
CREATE INDEX "Visitor_workspaceId_storeId_shopifyId_idx" ON "Visitor" ("workspaceId", "storeId", "shopifyId");
CREATE INDEX "Visitor_workspaceId_customerId_idx" ON "Visitor" ("workspaceId", "customerId");
CREATE INDEX "Visitor_workspaceId_blockedById_idx" ON "Visitor" ("workspaceId", "blockedById");
-- Who is here, to notice who fell silent.
CREATE INDEX visitor_here ON "Visitor" ("lastSeenAt") WHERE "goneAt" IS NULL;
CREATE INDEX visitor_blocked ON "Visitor" ("workspaceId", "blockedAt" DESC) WHERE "blockedAt" IS NOT NULL;

CREATE TABLE "Chat" (
  "workspaceId" UUID NOT NULL,
  "ticketId" UUID NOT NULL,
  "storeId" UUID NOT NULL,
  "visitorId" UUID NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'waiting',
  "offline" BOOLEAN NOT NULL DEFAULT false,
  "revision" INTEGER NOT NULL DEFAULT 0,
  "startedAt" TIMESTAMPTZ(3) NOT NULL,
  "acceptedAt" TIMESTAMPTZ(3),
  "acceptedById" UUID,
  "endedAt" TIMESTAMPTZ(3),
  "endedBy" TEXT,
  "visitorReadAt" TIMESTAMPTZ(3),
  "agentReadAt" TIMESTAMPTZ(3),
  "lastVisitorAt" TIMESTAMPTZ(3) NOT NULL,
  "lastAgentAt" TIMESTAMPTZ(3),
  "silenceAt" TIMESTAMPTZ(3),
  "followUpAt" TIMESTAMPTZ(3),
  "followedUpAt" TIMESTAMPTZ(3),
  "raisedAt" TIMESTAMPTZ(3),
  "toldClosedUntil" TIMESTAMPTZ(3),
  "rating" INTEGER,
  "ratingComment" TEXT,
  "ratedAt" TIMESTAMPTZ(3),
  "transcriptAt" TIMESTAMPTZ(3),
  CONSTRAINT "Chat_pkey" PRIMARY KEY ("workspaceId", "ticketId"),
  CONSTRAINT "Chat_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId")
    REFERENCES "Ticket" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "Chat_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId")
    REFERENCES "Store" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "Chat_workspaceId_visitorId_fkey" FOREIGN KEY ("workspaceId", "visitorId")
    REFERENCES "Visitor" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "Chat_workspaceId_acceptedById_fkey" FOREIGN KEY ("workspaceId", "acceptedById")
    REFERENCES "Agent" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT chat_state CHECK (state IN ('waiting', 'running', 'ended')),
  CONSTRAINT chat_ended CHECK ((state = 'ended') = ("endedAt" IS NOT NULL)),
  CONSTRAINT chat_ended_by CHECK ("endedBy" IN ('visitor', 'agent', 'silence')),
  CONSTRAINT chat_rating CHECK (rating BETWEEN 1 AND 5 AND (rating IS NULL) = ("ratedAt" IS NULL))
);
CREATE INDEX "Chat_workspaceId_visitorId_startedAt_idx" ON "Chat" ("workspaceId", "visitorId", "startedAt");
CREATE INDEX "Chat_workspaceId_acceptedById_idx" ON "Chat" ("workspaceId", "acceptedById");
CREATE INDEX "Chat_workspaceId_storeId_idx" ON "Chat" ("workspaceId", "storeId");
-- A visitor has one conversation at a time.
CREATE UNIQUE INDEX chat_unended ON "Chat" ("workspaceId", "visitorId") WHERE state <> 'ended';
CREATE INDEX chat_waiting ON "Chat" ("workspaceId", "startedAt") WHERE state = 'waiting';
CREATE INDEX chat_silent ON "Chat" ("silenceAt") WHERE "silenceAt" IS NOT NULL;
CREATE INDEX chat_to_follow_up ON "Chat" ("followUpAt") WHERE "followUpAt" IS NOT NULL;

-- What belongs to which conversation, and in which order it became visible: merging and splitting tickets changes
-- neither, so a visitor never sees what was not said to them, nor anything twice.
ALTER TABLE "Message" ADD COLUMN "automatic" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "cards" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "chatId" UUID,
  ADD COLUMN "chatSeq" INTEGER;
-- Not checked on what is there: the columns are new, and a large table would stand still meanwhile.
ALTER TABLE "Message" ADD CONSTRAINT message_chat CHECK (("chatId" IS NULL) = ("chatSeq" IS NULL)) NOT VALID;
ALTER TABLE "Message" ADD CONSTRAINT message_automatic_when_outbound CHECK (NOT automatic OR kind = 'outbound') NOT VALID;
CREATE UNIQUE INDEX message_of_chat ON "Message" ("workspaceId", "chatId", "chatSeq") WHERE "chatId" IS NOT NULL;

ALTER TABLE "OutgoingMail" DROP CONSTRAINT mail_kind;
ALTER TABLE "OutgoingMail" ADD CONSTRAINT mail_kind
  CHECK (kind IN ('reply', 'acknowledgement', 'notification', 'test', 'form', 'follow-up', 'transcript')) NOT VALID;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Visitor', 'Chat']
  LOOP
    EXECUTE format('CREATE TRIGGER tenant_stays BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move()', t);
  END LOOP;
END $$;
