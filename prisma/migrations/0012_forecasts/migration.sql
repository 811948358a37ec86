-- What a workspace has paid for at Shopify (workspace/plans.ts). Read from there: until then nothing is unlocked.
ALTER TABLE "Workspace" ADD COLUMN "plan" TEXT NOT NULL DEFAULT 'free';
ALTER TABLE "Workspace" ADD CONSTRAINT workspace_plan CHECK (plan IN ('free', 'smart', 'plus'));
ALTER TABLE "Store" ADD COLUMN "plan" TEXT NOT NULL DEFAULT 'free', ADD COLUMN "planReadAt" TIMESTAMPTZ(3),
  ADD COLUMN "forecastDueAt" TIMESTAMPTZ(3);
ALTER TABLE "Store" ADD CONSTRAINT store_plan CHECK (plan IN ('free', 'smart', 'plus'));
CREATE INDEX store_plan_read ON "Store" ("planReadAt" NULLS FIRST) WHERE "uninstalledAt" IS NULL;
CREATE INDEX store_forecast_due ON "Store" ("forecastDueAt" NULLS FIRST) WHERE "uninstalledAt" IS NULL;

-- What a store's customers are expected to do (docs/decisions/038-forecasts.md).
CREATE TABLE "ForecastFit" (
  "workspaceId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "storeId" UUID NOT NULL,
  "state" TEXT NOT NULL,
  "why" TEXT,
  "askedById" UUID,
  "currency" TEXT NOT NULL,
  "upTo" INTEGER NOT NULL,
  "criteria" JSONB,
  "models" JSONB,
  "held" JSONB,
  "customers" INTEGER NOT NULL DEFAULT 0,
  "orders" INTEGER NOT NULL DEFAULT 0,
  "done" INTEGER NOT NULL DEFAULT 0,
  "position" TEXT,
  "workedMs" INTEGER NOT NULL DEFAULT 0,
  "startedAt" TIMESTAMPTZ(3) NOT NULL,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  "finishedAt" TIMESTAMPTZ(3),
  CONSTRAINT "ForecastFit_pkey" PRIMARY KEY ("workspaceId", "id"),
  CONSTRAINT "ForecastFit_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId")
    REFERENCES "Store" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT forecast_fit_state
    CHECK (state IN ('waiting', 'reading', 'fitting', 'writing', 'done', 'unqualified', 'failed'))
);
CREATE INDEX "ForecastFit_workspaceId_storeId_startedAt_idx" ON "ForecastFit" ("workspaceId", "storeId", "startedAt");
CREATE UNIQUE INDEX one_fit_at_a_time ON "ForecastFit" ("workspaceId", "storeId")
  WHERE state IN ('waiting', 'reading', 'fitting', 'writing');
CREATE INDEX forecast_fit_open ON "ForecastFit" ("updatedAt") WHERE state IN ('waiting', 'reading', 'fitting', 'writing');

CREATE TABLE "CustomerForecast" (
  "workspaceId" UUID NOT NULL,
  "storeId" UUID NOT NULL,
  "who" TEXT NOT NULL,
  "seenIn" UUID NOT NULL,
  "firstDay" INTEGER NOT NULL,
  "lastDay" INTEGER NOT NULL,
  "days" INTEGER NOT NULL,
  "average" DOUBLE PRECISION NOT NULL,
  "heldDays" INTEGER NOT NULL,
  "heldLastDay" INTEGER,
  "fitId" UUID,
  "figures" JSONB,
  CONSTRAINT "CustomerForecast_pkey" PRIMARY KEY ("workspaceId", "storeId", "who"),
  CONSTRAINT "CustomerForecast_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId")
    REFERENCES "Store" ("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ForecastFit', 'CustomerForecast']
  LOOP
    EXECUTE format('CREATE TRIGGER tenant_stays BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move()', t);
  END LOOP;
END $$;

-- A customer's timeline: when an order was sent and paid back, the page a form was sent from, and what an agent looks at.
ALTER TABLE "ShopOrder" ADD COLUMN "sentAt" TIMESTAMPTZ(3), ADD COLUMN "refundedAt" TIMESTAMPTZ(3);
ALTER TABLE "Message" ADD COLUMN "page" TEXT;
ALTER TABLE "Agent" ADD COLUMN "eventMetrics" JSONB NOT NULL DEFAULT '[]';
-- Orders that are here already say when that was once they have been fetched again.
UPDATE "OrderSync" SET state = 'waiting', problem = NULL, "operationId" = NULL, position = 0, done = 0, total = 0,
  "updatedAt" = now() - interval '1 hour'
WHERE state = 'done';
