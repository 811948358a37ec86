-- A slim copy of every store's orders, and how far it has been fetched (docs/decisions/032-order-mirror.md).
CREATE TABLE "ShopOrder" (
    "workspaceId" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "shopifyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "shopifyCustomerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "financial" TEXT,
    "fulfillment" TEXT NOT NULL,
    "returnStatus" TEXT,
    "onHold" BOOLEAN NOT NULL DEFAULT false,
    "deliveredAt" TIMESTAMPTZ(3),
    "currency" TEXT NOT NULL,
    "total" TEXT NOT NULL,
    "refunded" TEXT NOT NULL DEFAULT '0',
    "items" INTEGER NOT NULL,
    "test" BOOLEAN NOT NULL DEFAULT false,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShopOrder_pkey" PRIMARY KEY ("workspaceId","storeId","shopifyId")
);

CREATE TABLE "OrderSync" (
    "workspaceId" UUID NOT NULL,
    "storeId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "problem" TEXT,
    "wholeHistory" BOOLEAN NOT NULL DEFAULT false,
    "operationId" TEXT,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "position" BIGINT NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "seenUntil" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderSync_pkey" PRIMARY KEY ("workspaceId","storeId")
);

CREATE INDEX "ShopOrder_workspaceId_storeId_shopifyCustomerId_processedAt_idx" ON "ShopOrder"("workspaceId", "storeId", "shopifyCustomerId", "processedAt");
CREATE INDEX "ShopOrder_workspaceId_storeId_email_processedAt_idx" ON "ShopOrder"("workspaceId", "storeId", "email", "processedAt");
CREATE INDEX "ShopOrder_workspaceId_storeId_phone_idx" ON "ShopOrder"("workspaceId", "storeId", "phone");
CREATE INDEX "ShopOrder_workspaceId_name_idx" ON "ShopOrder"("workspaceId", "name");
CREATE INDEX "ShopOrder_workspaceId_storeId_updatedAt_idx" ON "ShopOrder"("workspaceId", "storeId", "updatedAt");
CREATE INDEX "OrderSync_state_checkedAt_idx" ON "OrderSync"("state", "checkedAt");

ALTER TABLE "ShopOrder" ADD CONSTRAINT "ShopOrder_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId") REFERENCES "Store"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "OrderSync" ADD CONSTRAINT "OrderSync_workspaceId_storeId_fkey" FOREIGN KEY ("workspaceId", "storeId") REFERENCES "Store"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "OrderSync" ADD CONSTRAINT order_sync_state CHECK (state IN ('waiting', 'asked', 'reading', 'done', 'failed'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ShopOrder', 'OrderSync']
  LOOP
    EXECUTE format('CREATE TRIGGER tenant_stays BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move()', t);
  END LOOP;
END $$;

-- Stores that are here already fetch theirs.
INSERT INTO "OrderSync" ("workspaceId", "storeId", "updatedAt")
SELECT "workspaceId", id, now() FROM "Store" WHERE "uninstalledAt" IS NULL;

ALTER TABLE "Ticket" ADD COLUMN "snoozedFor" TEXT, ADD COLUMN "riskWish" TEXT, ADD COLUMN "riskOrderId" TEXT,
  ADD COLUMN "riskOrderName" TEXT, ADD COLUMN "riskSince" TIMESTAMPTZ(3);
-- Not checked on what is there: the columns are new, and a large table would stand still meanwhile.
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_snoozed_for CHECK ("snoozedFor" IS NULL OR status = 'snoozed') NOT VALID;
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_risk CHECK (("riskSince" IS NULL) = ("riskWish" IS NULL)
  AND ("riskSince" IS NULL) = ("riskOrderId" IS NULL) AND ("riskSince" IS NULL) = ("riskOrderName" IS NULL)) NOT VALID;

-- What wakes a ticket belongs to the snooze it was said for: it goes with it, whoever ends or changes that.
CREATE FUNCTION forget_snoozed_for() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."snoozedFor" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER snoozed_for_goes BEFORE UPDATE ON "Ticket" FOR EACH ROW
  WHEN (NEW."snoozedFor" IS NOT NULL AND NEW."snoozedFor" = OLD."snoozedFor"
    AND (NEW.status <> 'snoozed' OR NEW."snoozedUntil" IS DISTINCT FROM OLD."snoozedUntil"))
  EXECUTE FUNCTION forget_snoozed_for();

-- Tickets about an order that changed; and those about an order at risk, the one that was placed first before all.
CREATE INDEX ticket_shopify_order ON "Ticket" ("workspaceId", "storeId", "shopifyOrderId") WHERE "shopifyOrderId" IS NOT NULL;
CREATE INDEX ticket_risk_order ON "Ticket" ("workspaceId", "storeId", "riskOrderId") WHERE "riskOrderId" IS NOT NULL;
CREATE INDEX ticket_at_risk ON "Ticket" ("workspaceId", "riskSince", id)
  WHERE "riskSince" IS NOT NULL AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;

-- Webhooks that only said where to look are forgotten after a week.
CREATE INDEX received_hints ON "Received" ("handledAt") WHERE source = 'shopify' AND reason = 'hint';

-- Their number is kept like the other views' (docs/decisions/020-counts-are-kept.md).
CREATE FUNCTION counts_of_ticket(status text, waiting_on text, assignee uuid, store uuid, channel text, spam boolean,
  archived timestamptz, merged uuid, last_inbound timestamptz, risk timestamptz) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN merged IS NOT NULL THEN '{}'
    WHEN archived IS NOT NULL THEN ARRAY['archived']
    WHEN spam THEN ARRAY['spam']
    WHEN status <> 'open' THEN ARRAY['all', status]
    ELSE CASE WHEN risk IS NULL THEN '{}' ELSE ARRAY['at-risk'] END
      || ARRAY['all', CASE WHEN assignee IS NULL THEN 'unassigned' ELSE 'mine:' || assignee END]
      || CASE WHEN waiting_on <> 'us' THEN ARRAY['sent']
         ELSE ARRAY['inbox', 'store:' || store, 'channel:' || channel]
           || CASE WHEN last_inbound IS NULL THEN '{}' ELSE ARRAY['heard'] END
         END
  END
$$;

CREATE OR REPLACE FUNCTION keep_ticket_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", n, pg_backend_pid(), count(*) FROM came, unnest(counts_of_ticket(
      status, "waitingOn", "assigneeId", "storeId", channel, spam, "archivedAt", "mergedIntoId", "lastInboundAt",
      "riskSince")) n
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", n, pg_backend_pid(), -count(*) FROM gone, unnest(counts_of_ticket(
      status, "waitingOn", "assigneeId", "storeId", channel, spam, "archivedAt", "mergedIntoId", "lastInboundAt",
      "riskSince")) n
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
  ELSE
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", n, pg_backend_pid(), sum(delta) FROM (
      SELECT "workspaceId", 1 AS delta, unnest(counts_of_ticket(status, "waitingOn", "assigneeId", "storeId", channel,
        spam, "archivedAt", "mergedIntoId", "lastInboundAt", "riskSince")) AS n FROM came
      UNION ALL
      SELECT "workspaceId", -1, unnest(counts_of_ticket(status, "waitingOn", "assigneeId", "storeId", channel,
        spam, "archivedAt", "mergedIntoId", "lastInboundAt", "riskSince")) FROM gone) changes
    GROUP BY 1, 2 HAVING sum(delta) <> 0 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
    -- Who had read it may have something new to read, or nothing in the inbox any more. A row somebody else is
    -- writing waits for this ticket, and is judged then.
    WITH changed AS (
      SELECT came."workspaceId", came.id, came."lastInboundAt", came."createdAt",
        counts_of_ticket(came.status, came."waitingOn", came."assigneeId", came."storeId", came.channel,
          came.spam, came."archivedAt", came."mergedIntoId", came."lastInboundAt", came."riskSince") AS kept_in
      FROM came JOIN gone USING ("workspaceId", id)
      WHERE (came.status, came."waitingOn", came.spam, came."archivedAt", came."mergedIntoId", came."lastInboundAt")
        IS DISTINCT FROM (gone.status, gone."waitingOn", gone.spam, gone."archivedAt", gone."mergedIntoId", gone."lastInboundAt")
    ), judged AS (
      SELECT r."workspaceId", r."ticketId", r."agentId",
        counts_of_read(c.kept_in, r."readAt", c."lastInboundAt", c."createdAt") AS counted
      FROM changed c JOIN "TicketRead" r ON r."workspaceId" = c."workspaceId" AND r."ticketId" = c.id
      WHERE r.counted <> counts_of_read(c.kept_in, r."readAt", c."lastInboundAt", c."createdAt")
      FOR NO KEY UPDATE OF r SKIP LOCKED
    )
    UPDATE "TicketRead" r SET counted = j.counted FROM judged j
    WHERE r."workspaceId" = j."workspaceId" AND r."ticketId" = j."ticketId" AND r."agentId" = j."agentId";
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION judge_ticket_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT counts_of_read(counts_of_ticket(t.status, t."waitingOn", t."assigneeId", t."storeId", t.channel, t.spam,
    t."archivedAt", t."mergedIntoId", t."lastInboundAt", t."riskSince"), NEW."readAt", t."lastInboundAt", t."createdAt")
  INTO NEW.counted FROM "Ticket" t WHERE t."workspaceId" = NEW."workspaceId" AND t.id = NEW."ticketId" FOR SHARE;
  NEW.counted := COALESCE(NEW.counted, 0);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION recount_tickets(workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "TicketRead" r SET counted = now_counted FROM (
    SELECT r."ticketId", r."agentId", counts_of_read(counts_of_ticket(t.status, t."waitingOn", t."assigneeId", t."storeId",
      t.channel, t.spam, t."archivedAt", t."mergedIntoId", t."lastInboundAt", t."riskSince"), r."readAt", t."lastInboundAt", t."createdAt") AS now_counted
    FROM "TicketRead" r JOIN "Ticket" t ON t."workspaceId" = r."workspaceId" AND t.id = r."ticketId"
    WHERE r."workspaceId" = workspace) judged
  WHERE r."workspaceId" = workspace AND r."ticketId" = judged."ticketId" AND r."agentId" = judged."agentId"
    AND r.counted <> now_counted;
  INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
  SELECT workspace, name, 0, sum(number) FROM (
    SELECT unnest(counts_of_ticket(status, "waitingOn", "assigneeId", "storeId", channel, spam, "archivedAt",
      "mergedIntoId", "lastInboundAt", "riskSince")) AS name, 1 AS number
    FROM "Ticket" WHERE "workspaceId" = workspace
    UNION ALL
    SELECT 'read:' || "agentId", counted FROM "TicketRead" WHERE "workspaceId" = workspace AND counted <> 0
    UNION ALL
    SELECT name, -value FROM "TicketCount" WHERE "workspaceId" = workspace) counted
  GROUP BY 2 HAVING sum(number) <> 0
  ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
END $$;

DROP FUNCTION counts_of_ticket(text, text, uuid, uuid, text, boolean, timestamptz, uuid, timestamptz);
