-- What an agent wants done to an order: written down before Shopify is asked, so that it is asked once.
CREATE TABLE "OrderIntent" (
  "workspaceId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "ticketId" UUID NOT NULL,
  "storeId" UUID NOT NULL,
  "orderId" TEXT NOT NULL,
  "orderName" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "wish" JSONB NOT NULL,
  "seen" TIMESTAMPTZ(3) NOT NULL,
  "state" TEXT NOT NULL,
  "reason" TEXT,
  "said" TEXT,
  "amount" TEXT,
  "currency" TEXT,
  "askedById" UUID NOT NULL,
  "approverId" UUID,
  "decidedById" UUID,
  "jobId" TEXT,
  "attemptedAt" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "OrderIntent_pkey" PRIMARY KEY ("workspaceId", "id"),
  CONSTRAINT "OrderIntent_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId")
    REFERENCES "Ticket" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT order_intent_kind CHECK (kind IN ('edit', 'cancel', 'refund', 'address', 'resend')),
  CONSTRAINT order_intent_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'unknown', 'declined'))
);
CREATE INDEX "OrderIntent_workspaceId_ticketId_idx" ON "OrderIntent" ("workspaceId", "ticketId");
-- Nobody begins another change of an order while it is open what became of the last one.
CREATE UNIQUE INDEX one_change_at_a_time ON "OrderIntent" ("workspaceId", "storeId", "orderId")
  WHERE state IN ('running', 'unknown');
CREATE INDEX order_intent_open ON "OrderIntent" ("attemptedAt") WHERE state IN ('running', 'unknown');

CREATE TRIGGER tenant_stays BEFORE UPDATE ON "OrderIntent" FOR EACH ROW
  WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move();

ALTER TABLE "Notification" DROP CONSTRAINT notification_kind;
ALTER TABLE "Notification" ADD CONSTRAINT notification_kind
  CHECK (kind IN ('mention', 'assigned', 'message', 'undelivered', 'approval', 'decided'));
