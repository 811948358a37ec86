-- What the Prisma schema cannot say. prisma/drift.test.ts lists these by name.

-- A row never changes tenant: Prisma's `connect` on a composite relation would rewrite workspaceId.
CREATE FUNCTION refuse_tenant_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows never change workspace', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.table_name FROM information_schema.columns c
           WHERE c.table_schema = 'public' AND c.column_name = 'workspaceId'
             AND c.table_name NOT IN ('ShopDomain', 'InboundAddress', 'ReplyToken', 'Received')
  LOOP
    EXECUTE format('CREATE TRIGGER tenant_stays BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD."workspaceId" IS DISTINCT FROM NEW."workspaceId") EXECUTE FUNCTION refuse_tenant_move()', t);
  END LOOP;
END $$;
CREATE TRIGGER tenant_stays BEFORE UPDATE ON "Workspace" FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_tenant_move();

-- A message is append-only: what was said stays, only how its delivery went is written later.
-- Erasure (app/privacy) says so with a setting local to its transaction.
CREATE FUNCTION refuse_message_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('samla.erasing', true) = 'on' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'messages are append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER message_stays BEFORE UPDATE ON "Message" FOR EACH ROW
  WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.html IS DISTINCT FROM NEW.html OR OLD.kind IS DISTINCT FROM NEW.kind
     OR OLD."createdAt" IS DISTINCT FROM NEW."createdAt" OR OLD."fromAddress" IS DISTINCT FROM NEW."fromAddress")
  EXECUTE FUNCTION refuse_message_rewrite();

ALTER TABLE "Agent" ADD CONSTRAINT agent_role CHECK (role IN ('owner', 'admin', 'manager', 'support'));
ALTER TABLE "ContactPoint" ADD CONSTRAINT contact_kind CHECK (kind IN ('email', 'phone'));
ALTER TABLE "ContactPoint" ADD CONSTRAINT contact_value CHECK (value <> '' AND (kind <> 'email' OR value = lower(value)));
ALTER TABLE "ShopifyCustomer" ADD CONSTRAINT shopify_customer_proof CHECK (proof IN ('proxy', 'email'));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_channel CHECK (channel IN ('form', 'email', 'chat', 'sms'));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_status CHECK (status IN ('open', 'snoozed', 'closed'));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_waiting_on CHECK ("waitingOn" IN ('us', 'customer'));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_priority CHECK (priority IN ('low', 'normal', 'high', 'urgent'));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_identity CHECK (identity IN ('verified', 'claimed', 'mismatch'));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_snooze CHECK ((status = 'snoozed') = ("snoozedUntil" IS NOT NULL));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_closed CHECK ((status = 'closed') = ("closedAt" IS NOT NULL));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_merged CHECK ("mergedIntoId" IS DISTINCT FROM id);
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_subject CHECK (char_length(subject) <= 500);
ALTER TABLE "Message" ADD CONSTRAINT message_kind CHECK (kind IN ('inbound', 'outbound', 'note'));
ALTER TABLE "Message" ADD CONSTRAINT message_channel CHECK (channel IN ('form', 'email', 'chat', 'sms'));
ALTER TABLE "Message" ADD CONSTRAINT message_delivery CHECK (delivery IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'bounced', 'unknown'));
ALTER TABLE "Message" ADD CONSTRAINT message_delivers_when_outbound CHECK ((kind = 'outbound') = (delivery IS NOT NULL));
ALTER TABLE "Message" ADD CONSTRAINT message_sender_proof CHECK ("senderProof" IN ('verified', 'claimed', 'unverified'));
ALTER TABLE "OutgoingMail" ADD CONSTRAINT mail_state CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'bounced', 'unknown'));
ALTER TABLE "OutgoingMail" ADD CONSTRAINT mail_kind CHECK (kind IN ('reply', 'acknowledgement', 'notification'));
ALTER TABLE "OutgoingMail" ADD CONSTRAINT mail_one_line CHECK (subject !~ '[\r\n]' AND "fromName" !~ '[\r\n]' AND "toAddress" !~ '[\r\n,;<> ]');
ALTER TABLE "Event" ADD CONSTRAINT event_actor CHECK ("actorKind" IN ('agent', 'customer', 'rule', 'shop', 'system'));
ALTER TABLE "Received" ADD CONSTRAINT received_state CHECK (state IN ('received', 'done', 'suppressed', 'dead'));
ALTER TABLE "PrivacyRequest" ADD CONSTRAINT privacy_kind CHECK (kind IN ('data_request', 'customer_redact', 'shop_redact'));

-- The lists: newest first, keyset on (lastMessageAt, id), one partial index per standing view.
CREATE INDEX ticket_inbox ON "Ticket" ("workspaceId", "lastMessageAt" DESC, id DESC)
  WHERE status = 'open' AND "waitingOn" = 'us' AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_closed_list ON "Ticket" ("workspaceId", "lastMessageAt" DESC, id DESC)
  WHERE status = 'closed' AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
CREATE INDEX ticket_all_list ON "Ticket" ("workspaceId", "lastMessageAt" DESC, id DESC)
  WHERE "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
-- The customer's active conversation, for appending a form to it.
CREATE INDEX ticket_active ON "Ticket" ("workspaceId", "customerId", "storeId", "lastMessageAt" DESC)
  WHERE status <> 'closed' AND "archivedAt" IS NULL AND NOT spam AND "mergedIntoId" IS NULL;
-- Foreign keys that lists and retirement look through.
CREATE INDEX ticket_assignee ON "Ticket" ("workspaceId", "assigneeId", "lastMessageAt" DESC) WHERE "assigneeId" IS NOT NULL;
CREATE INDEX ticket_department ON "Ticket" ("workspaceId", "departmentId", "lastMessageAt" DESC) WHERE "departmentId" IS NOT NULL;
CREATE INDEX ticket_store ON "Ticket" ("workspaceId", "storeId", "lastMessageAt" DESC);
CREATE INDEX ticket_brand ON "Ticket" ("workspaceId", "brandId");
-- Mail that is not out yet, for the worker's sweep and the health page.
CREATE INDEX mail_unsent ON "OutgoingMail" ("createdAt") WHERE state IN ('queued', 'sending', 'unknown');
-- What a person has to look at.
CREATE INDEX received_dead ON "Received" ("workspaceId", "receivedAt" DESC) WHERE state = 'dead';
CREATE INDEX received_waiting ON "Received" ("receivedAt") WHERE state = 'received';
