-- What each message says of who wrote it, and what follows for its ticket; who vouched for it where it was contradicted.
ALTER TABLE "Message"
  ADD COLUMN "judged" TEXT,
  ADD COLUMN "accountAddress" TEXT,
  ADD COLUMN "vouchedAt" TIMESTAMPTZ(3),
  ADD COLUMN "vouchedById" UUID;
ALTER TABLE "Message" ADD CONSTRAINT message_judged CHECK (judged IN
  ('signed-in', 'shopify-address', 'signed-reply', 'address', 'stranger', 'let-in', 'other-account'));
ALTER TABLE "Message" ADD CONSTRAINT message_vouched CHECK (("vouchedAt" IS NULL) = ("vouchedById" IS NULL));
CREATE INDEX message_account ON "Message" ("workspaceId", "accountAddress") WHERE "accountAddress" IS NOT NULL;
ALTER TABLE "Ticket" ADD COLUMN "identityReason" TEXT;
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_identity_reason CHECK ("identityReason" IN
  ('signed-in', 'shopify-address', 'signed-reply', 'agent', 'address', 'stranger', 'unanswered', 'other-account'));

-- What Shopify answered about messages of before was kept on their tickets only.
UPDATE "Message" m
SET judged = CASE t.identity WHEN 'mismatch' THEN 'other-account' ELSE 'shopify-address' END
FROM "Ticket" t
WHERE t."workspaceId" = m."workspaceId" AND t.id = m."ticketId" AND t.identity IN ('mismatch', 'verified')
  AND m.kind = 'inbound' AND m."shopifyId" IS NOT NULL AND m."senderProof" = 'claimed';

-- An address may be somebody's because it was proven, or because an agent says so. One taken off a person is kept
-- until somebody else has it, so that this can be undone.
ALTER TABLE "ContactPoint"
  ADD COLUMN "proof" TEXT,
  ADD COLUMN "addedById" UUID,
  ADD COLUMN "removedAt" TIMESTAMPTZ(3);
ALTER TABLE "ContactPoint" ADD CONSTRAINT contact_proof CHECK (proof IN ('reply', 'shopify'));

-- An order placed with their address ties them to a customer of Shopify's, and proves nothing of who writes.
ALTER TABLE "ShopifyCustomer" DROP CONSTRAINT shopify_customer_proof;
ALTER TABLE "ShopifyCustomer" ADD CONSTRAINT shopify_customer_proof CHECK (proof IN ('proxy', 'email', 'order'));

-- Two customers were one person.
ALTER TABLE "Customer" ADD COLUMN "mergedIntoId" UUID;
ALTER TABLE "Customer" ADD CONSTRAINT customer_merged CHECK ("mergedIntoId" IS DISTINCT FROM id);
CREATE INDEX "Customer_workspaceId_mergedIntoId_idx" ON "Customer" ("workspaceId", "mergedIntoId");

CREATE TABLE "CustomerMerge" (
  "workspaceId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "fromId" UUID NOT NULL,
  "intoId" UUID NOT NULL,
  "byId" UUID,
  "moved" JSONB NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "undoneAt" TIMESTAMPTZ(3),
  CONSTRAINT "CustomerMerge_pkey" PRIMARY KEY ("workspaceId", "id")
);
CREATE INDEX "CustomerMerge_workspaceId_fromId_idx" ON "CustomerMerge" ("workspaceId", "fromId");
CREATE INDEX "CustomerMerge_workspaceId_intoId_idx" ON "CustomerMerge" ("workspaceId", "intoId");

CREATE TRIGGER tenant_stays BEFORE UPDATE ON "CustomerMerge" FOR EACH ROW
  WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move();
