-- AlterTable
ALTER TABLE "Agent" ADD COLUMN     "alerts" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "forward" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "internetId" TEXT,
ADD COLUMN     "mentions" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "TicketRead" ADD COLUMN     "counted" INTEGER NOT NULL DEFAULT 0;

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
    "forwardedId" UUID,
    "actions" JSONB NOT NULL DEFAULT '[]',
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

-- CreateTable
CREATE TABLE "SearchDocument" (
    "workspaceId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "week" INTEGER NOT NULL,
    "words" tsvector NOT NULL DEFAULT ''::tsvector,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("workspaceId","ticketId")
);

-- CreateTable
CREATE TABLE "SearchProgress" (
    "workspaceId" UUID NOT NULL,
    "beforeId" UUID,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchProgress_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateIndex
CREATE INDEX "SearchDocument_workspaceId_week_idx" ON "SearchDocument"("workspaceId", "week");

-- CreateIndex
CREATE INDEX "OutgoingMail_workspaceId_ticketId_idx" ON "OutgoingMail"("workspaceId", "ticketId");

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
CREATE INDEX "Draft_updatedAt_idx" ON "Draft"("updatedAt");

-- CreateIndex
CREATE INDEX "Macro_workspaceId_agentId_idx" ON "Macro"("workspaceId", "agentId");

-- CreateIndex
CREATE INDEX "Presence_seenAt_idx" ON "Presence"("seenAt");

-- CreateIndex
CREATE INDEX "Notification_workspaceId_agentId_createdAt_idx" ON "Notification"("workspaceId", "agentId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_workspaceId_ticketId_idx" ON "Notification"("workspaceId", "ticketId");

-- CreateIndex
CREATE INDEX "NewRequestRecipient_workspaceId_ticketId_idx" ON "NewRequestRecipient"("workspaceId", "ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_workspaceId_agentId_eventId_key" ON "Notification"("workspaceId", "agentId", "eventId");

-- AddForeignKey
ALTER TABLE "SearchDocument" ADD CONSTRAINT "SearchDocument_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

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
                           'Draft', 'Macro', 'Presence', 'Notification', 'SearchDocument', 'SearchProgress']
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
CREATE INDEX ticket_expiring ON "Ticket" ("archivedAt") WHERE "archivedAt" IS NOT NULL AND "mergedIntoId" IS NULL;

-- Counts that are kept (docs/decisions/020-counts-are-kept.md). Which of them a ticket is in.
CREATE FUNCTION counts_of_ticket(status text, waiting_on text, assignee uuid, store uuid, channel text, spam boolean,
  archived timestamptz, merged uuid, last_inbound timestamptz) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN merged IS NOT NULL THEN '{}'
    WHEN archived IS NOT NULL THEN ARRAY['archived']
    WHEN spam THEN ARRAY['spam']
    WHEN status <> 'open' THEN ARRAY['all', status]
    ELSE ARRAY['all', CASE WHEN assignee IS NULL THEN 'unassigned' ELSE 'mine:' || assignee END]
      || CASE WHEN waiting_on <> 'us' THEN ARRAY['sent']
         ELSE ARRAY['inbox', 'store:' || store, 'channel:' || channel]
           || CASE WHEN last_inbound IS NULL THEN '{}' ELSE ARRAY['heard'] END
         END
  END
$$;

-- What an agent's reading of a ticket takes from their unread: 1 read; -1 marked unread though nobody wrote to us.
CREATE FUNCTION counts_of_read(kept_in text[], read_at timestamptz, last_inbound timestamptz, created timestamptz)
RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN NOT 'inbox' = ANY (kept_in) THEN 0
    WHEN last_inbound IS NULL THEN CASE WHEN read_at < created THEN -1 ELSE 0 END
    WHEN read_at >= last_inbound THEN 1
    ELSE 0
  END
$$;

-- What a transaction changes goes into a row of its own connection, so that no two ever wait for each other.
CREATE FUNCTION keep_ticket_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", n, pg_backend_pid(), count(*) FROM came, unnest(counts_of_ticket(
      status, "waitingOn", "assigneeId", "storeId", channel, spam, "archivedAt", "mergedIntoId", "lastInboundAt")) n
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", n, pg_backend_pid(), -count(*) FROM gone, unnest(counts_of_ticket(
      status, "waitingOn", "assigneeId", "storeId", channel, spam, "archivedAt", "mergedIntoId", "lastInboundAt")) n
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
  ELSE
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", n, pg_backend_pid(), sum(delta) FROM (
      SELECT "workspaceId", 1 AS delta, unnest(counts_of_ticket(status, "waitingOn", "assigneeId", "storeId", channel,
        spam, "archivedAt", "mergedIntoId", "lastInboundAt")) AS n FROM came
      UNION ALL
      SELECT "workspaceId", -1, unnest(counts_of_ticket(status, "waitingOn", "assigneeId", "storeId", channel,
        spam, "archivedAt", "mergedIntoId", "lastInboundAt")) FROM gone) changes
    GROUP BY 1, 2 HAVING sum(delta) <> 0 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
    -- Who had read it may have something new to read, or nothing in the inbox any more. A row somebody else is
    -- writing waits for this ticket, and is judged then.
    WITH changed AS (
      SELECT came."workspaceId", came.id, came."lastInboundAt", came."createdAt",
        counts_of_ticket(came.status, came."waitingOn", came."assigneeId", came."storeId", came.channel,
          came.spam, came."archivedAt", came."mergedIntoId", came."lastInboundAt") AS kept_in
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
CREATE TRIGGER counts_grow AFTER INSERT ON "Ticket" REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION keep_ticket_counts();
CREATE TRIGGER counts_move AFTER UPDATE ON "Ticket" REFERENCING OLD TABLE AS gone NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION keep_ticket_counts();
CREATE TRIGGER counts_shrink AFTER DELETE ON "Ticket" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_ticket_counts();

-- Whether an agent's reading counts: the ticket is in the inbox, and nothing came since. The ticket is held meanwhile.
CREATE FUNCTION judge_ticket_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT counts_of_read(counts_of_ticket(t.status, t."waitingOn", t."assigneeId", t."storeId", t.channel, t.spam,
    t."archivedAt", t."mergedIntoId", t."lastInboundAt"), NEW."readAt", t."lastInboundAt", t."createdAt")
  INTO NEW.counted FROM "Ticket" t WHERE t."workspaceId" = NEW."workspaceId" AND t.id = NEW."ticketId" FOR SHARE;
  NEW.counted := COALESCE(NEW.counted, 0);
  RETURN NEW;
END $$;
CREATE TRIGGER read_is_judged BEFORE INSERT OR UPDATE OF "readAt" ON "TicketRead"
  FOR EACH ROW EXECUTE FUNCTION judge_ticket_read();

CREATE FUNCTION keep_read_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", 'read:' || "agentId", pg_backend_pid(), sum(counted) FROM came WHERE counted <> 0
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", 'read:' || "agentId", pg_backend_pid(), -sum(counted) FROM gone WHERE counted <> 0
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
  ELSE
    INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
    SELECT "workspaceId", 'read:' || "agentId", pg_backend_pid(), sum(delta) FROM (
      SELECT "workspaceId", "agentId", counted AS delta FROM came
      UNION ALL
      SELECT "workspaceId", "agentId", -counted FROM gone) changes
    GROUP BY 1, 2 HAVING sum(delta) <> 0 ORDER BY 1, 2
    ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER reads_grow AFTER INSERT ON "TicketRead" REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION keep_read_counts();
CREATE TRIGGER reads_move AFTER UPDATE ON "TicketRead" REFERENCING OLD TABLE AS gone NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION keep_read_counts();
CREATE TRIGGER reads_shrink AFTER DELETE ON "TicketRead" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_read_counts();

-- Counts anew, and adds what the kept ones are off by. Both are seen in the same moment, so nobody has to stand still.
CREATE FUNCTION recount_tickets(workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "TicketRead" r SET counted = now_counted FROM (
    SELECT r."ticketId", r."agentId", counts_of_read(counts_of_ticket(t.status, t."waitingOn", t."assigneeId", t."storeId",
      t.channel, t.spam, t."archivedAt", t."mergedIntoId", t."lastInboundAt"), r."readAt", t."lastInboundAt", t."createdAt") AS now_counted
    FROM "TicketRead" r JOIN "Ticket" t ON t."workspaceId" = r."workspaceId" AND t.id = r."ticketId"
    WHERE r."workspaceId" = workspace) judged
  WHERE r."workspaceId" = workspace AND r."ticketId" = judged."ticketId" AND r."agentId" = judged."agentId"
    AND r.counted <> now_counted;
  INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
  SELECT workspace, name, 0, sum(number) FROM (
    SELECT unnest(counts_of_ticket(status, "waitingOn", "assigneeId", "storeId", channel, spam, "archivedAt",
      "mergedIntoId", "lastInboundAt")) AS name, 1 AS number
    FROM "Ticket" WHERE "workspaceId" = workspace
    UNION ALL
    SELECT 'read:' || "agentId", counted FROM "TicketRead" WHERE "workspaceId" = workspace AND counted <> 0
    UNION ALL
    SELECT name, -value FROM "TicketCount" WHERE "workspaceId" = workspace) counted
  GROUP BY 2 HAVING sum(number) <> 0
  ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value;
END $$;

CREATE INDEX ticket_count_loose ON "TicketCount" ("workspaceId") WHERE slot <> 0;
-- Rows that change all day: room for their next versions on the same page.
ALTER TABLE "TicketCount" SET (fillfactor = 40, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
SELECT recount_tickets(id) FROM "Workspace";

-- The lists' other orders and filters.
CREATE INDEX ticket_mine ON "Ticket" ("workspaceId", "assigneeId", status, "lastMessageAt" DESC, id DESC)
  WHERE "assigneeId" IS NOT NULL AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_unassigned ON "Ticket" ("workspaceId", status, "lastMessageAt" DESC, id DESC)
  WHERE "assigneeId" IS NULL AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_turn ON "Ticket" ("workspaceId", status, "waitingOn", "lastMessageAt" DESC, id DESC)
  WHERE "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_raised ON "Ticket" ("workspaceId", priority, status, "lastMessageAt" DESC, id DESC)
  WHERE priority <> 'normal' AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_channel_list ON "Ticket" ("workspaceId", channel, "lastMessageAt" DESC, id DESC);
CREATE INDEX ticket_with_files ON "Ticket" ("workspaceId", "lastMessageAt" DESC, id DESC) WHERE "hasFiles";
CREATE INDEX ticket_created ON "Ticket" ("workspaceId", "createdAt");
-- A customer by the beginning of their name or address.
CREATE INDEX customer_name_begins ON "Customer" ("workspaceId", lower(name) text_pattern_ops);
CREATE INDEX customer_email_begins ON "Customer" ("workspaceId", lower(email) text_pattern_ops);
-- Other tickets about the same order.
CREATE INDEX ticket_order ON "Ticket" ("workspaceId", "orderName") WHERE "orderName" IS NOT NULL;
CREATE INDEX bulk_unfinished ON "BulkAction" ("createdAt") WHERE state IN ('waiting', 'running', 'undoing');

-- The system log: what happened apart from tickets. And what an agent has not seen yet.
CREATE INDEX event_log ON "Event" ("workspaceId", "createdAt" DESC, id DESC) WHERE "ticketId" IS NULL;
CREATE INDEX notification_unread ON "Notification" ("workspaceId", "agentId") WHERE "readAt" IS NULL;
CREATE INDEX notification_old ON "Notification" ("createdAt");
-- Search (docs/decisions/027-search.md).
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['unaccent', 'pg_trgm', 'btree_gin']
  LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_extension WHERE extname = wanted);
    BEGIN
      EXECUTE format('CREATE EXTENSION %I', wanted);
    EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
      RAISE EXCEPTION 'Samla needs the PostgreSQL extension "%": %', wanted, SQLERRM
        USING HINT = format('Let an administrator run CREATE EXTENSION %I in this database, then migrate again.', wanted);
    END;
  END LOOP;
END $$;

-- Words as they are kept and looked for: no accents, lower case, and nothing inside them that PostgreSQL's parser would
-- take for an address, a path or a sign. The dictionary's full name is written out so that the answer does not depend
-- on the search path: it stands in an index.
DO $$
DECLARE home text := (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'unaccent');
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION search_fold(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
    $body$ SELECT translate(lower(%I.unaccent('%I.unaccent'::regdictionary, written)), $p$.:/@-_+&%%<>~'$p$, repeat(' ', 13)) $body$ $f$,
    home, home);
END $$;

CREATE FUNCTION search_language(locale text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE left(lower(locale), 2)
    WHEN 'sv' THEN 'pg_catalog.swedish' WHEN 'nb' THEN 'pg_catalog.norwegian' WHEN 'no' THEN 'pg_catalog.norwegian'
    WHEN 'nn' THEN 'pg_catalog.norwegian' WHEN 'da' THEN 'pg_catalog.danish' WHEN 'fi' THEN 'pg_catalog.finnish'
    WHEN 'de' THEN 'pg_catalog.german' WHEN 'en' THEN 'pg_catalog.english' WHEN 'nl' THEN 'pg_catalog.dutch'
    WHEN 'fr' THEN 'pg_catalog.french' WHEN 'es' THEN 'pg_catalog.spanish' WHEN 'it' THEN 'pg_catalog.italian'
    WHEN 'pt' THEN 'pg_catalog.portuguese' ELSE 'pg_catalog.simple' END::regconfig
$$;

CREATE FUNCTION search_week(moment timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT floor(extract(epoch FROM moment) / 604800)::integer
$$;

-- One word as a query, as text: its pieces one after the other ("SA-1042" is two), in a section only if one is given,
-- as a beginning if asked for; or by its stem in the languages of the workspace's stores. Null when nothing is left of it.
CREATE FUNCTION search_term(workspace uuid, word text, section text, beginning boolean, stemmed boolean)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH piece AS (
    SELECT u.lexeme, place, max(place) OVER () AS last
    FROM unnest(to_tsvector('simple', search_fold(word))) u, unnest(u.positions) place
  ), exact AS (
    SELECT string_agg(quote_literal(lexeme) || CASE
      WHEN beginning AND place = last THEN ':*' || section WHEN section <> '' THEN ':' || section ELSE '' END,
      ' <-> ' ORDER BY place) AS query, count(*) AS pieces, min(lexeme) AS lexeme
    FROM piece
  ), stem AS (
    SELECT DISTINCT to_tsquery(search_language(s.locale), quote_literal(e.lexeme))::text AS query
    FROM exact e, "Store" s
    WHERE stemmed AND e.pieces = 1 AND section = '' AND s."workspaceId" = workspace
  )
  SELECT '(' || (SELECT query FROM exact) || coalesce((SELECT string_agg(' | ' || query, '') FROM stem WHERE query <> ''), '') || ')'
$$;

-- What was asked for as one query: [{ word, section, beginning, stemmed, not }, …], all of them. Null: nothing to look for.
CREATE FUNCTION search_query(workspace uuid, terms jsonb) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN (t->>'not')::boolean THEN '!' ELSE '' END || term, ' & ')::tsquery
  FROM jsonb_array_elements(terms) t,
    search_term(workspace, t->>'word', t->>'section', (t->>'beginning')::boolean, (t->>'stemmed')::boolean) term
$$;

-- Positions and a section make a document larger than a row is usually let grow to; out of line each test would be a look-up.
ALTER TABLE "SearchDocument" SET (toast_tuple_target = 4080);
ALTER TABLE "SearchDocument" ALTER COLUMN words SET STORAGE MAIN;
-- What waits to be sorted in is read by every search: little may wait.
CREATE INDEX search_words ON "SearchDocument" USING gin ("workspaceId", week, words) WITH (gin_pending_list_limit = 256);
CREATE INDEX customer_similar ON "Customer" USING gin ("workspaceId", search_fold(name || ' ' || coalesce(email, '')) gin_trgm_ops);

-- Tickets from before there was search are made findable by a job.
INSERT INTO "SearchProgress" ("workspaceId") SELECT DISTINCT "workspaceId" FROM "Ticket";
