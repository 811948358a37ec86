-- The last good answer of Shopify about a customer in one store: shown at once, and while Shopify is away.
CREATE TABLE "CustomerProfile" (
  "workspaceId" UUID NOT NULL,
  "storeId" UUID NOT NULL,
  "customerId" UUID NOT NULL,
  "shopifyId" TEXT,
  "query" TEXT NOT NULL,
  "answer" JSONB,
  "withheld" BOOLEAN NOT NULL DEFAULT false,
  "readAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "CustomerProfile_pkey" PRIMARY KEY ("workspaceId", "storeId", "customerId"),
  CONSTRAINT "CustomerProfile_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId")
    REFERENCES "Store" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "CustomerProfile_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId")
    REFERENCES "Customer" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX "CustomerProfile_workspaceId_storeId_shopifyId_idx" ON "CustomerProfile" ("workspaceId", "storeId", "shopifyId");
CREATE INDEX "CustomerProfile_workspaceId_customerId_idx" ON "CustomerProfile" ("workspaceId", "customerId");

CREATE TRIGGER tenant_stays BEFORE UPDATE ON "CustomerProfile" FOR EACH ROW
  WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move();
