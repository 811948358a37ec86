// The migrated database against the schema: Prisma makes the schema's database beside it, and the catalogs of
// the two are compared. What only the migrations say is listed here by name.
import { Prisma } from "@prisma/client";
import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { readModels } from "../scripts/eslint/models.ts";
import { createDatabase } from "../scripts/test-cluster.mjs";
import { unique } from "../tests/factories.ts";
import { readCatalog, type Part } from "./catalog.ts";
import { expectedSchema, schemaFile } from "./expected-schema.ts";
import { directoryTables, tenantTables } from "./tables.ts";

/** By kind, "Table.name" as in the migrations; triggers that stand on every tenant table are added below. */
const byHand: Partial<Record<Part["kind"], string[]>> = {
  check: [
    "Agent.agent_notify",
    "Agent.agent_role",
    "BlockedSender.blocked_value",
    "BulkAction.bulk_state",
    "BulkItem.bulk_item_state",
    "ContactPoint.contact_kind",
    "ContactPoint.contact_proof",
    "ContactPoint.contact_value",
    "Customer.customer_merged",
    "Draft.draft_mode",
    "Event.event_actor",
    "File.file_belongs",
    "File.file_danger",
    "ForecastFit.forecast_fit_state",
    "Label.label_name",
    "Message.message_channel",
    "Message.message_deleted_when_note",
    "Message.message_delivers_when_outbound",
    "Message.message_delivery",
    "Message.message_forward_when_outbound",
    "Message.message_held_when_outbound",
    "Message.message_judged",
    "Message.message_kind",
    "Message.message_machine",
    "Message.message_relay",
    "Message.message_sender_proof",
    "Message.message_vouched",
    "NewRequestRecipient.recipient_state",
    "Notification.notification_kind",
    "OrderIntent.order_intent_kind",
    "OrderIntent.order_intent_state",
    "OrderSync.order_sync_state",
    "OutgoingMail.mail_kind",
    "OutgoingMail.mail_one_line",
    "OutgoingMail.mail_state",
    "PrivacyRequest.privacy_kind",
    "Received.received_state",
    "SendingDomain.sending_domain_name",
    "ShopifyCustomer.shopify_customer_proof",
    "Store.store_plan",
    "SupportAddress.support_address_value",
    "Ticket.ticket_channel",
    "Ticket.ticket_closed",
    "Ticket.ticket_identity",
    "Ticket.ticket_identity_reason",
    "Ticket.ticket_merged",
    "Ticket.ticket_priority",
    "Ticket.ticket_risk",
    "Ticket.ticket_snooze",
    "Ticket.ticket_snoozed_for",
    "Ticket.ticket_status",
    "Ticket.ticket_subject",
    "Ticket.ticket_waiting_on",
    "TicketMerge.merge_kind",
    "TicketParticipant.participant_address",
    "Workspace.workspace_plan",
  ],
  index: [
    "Customer.customer_similar",
    "Customer.customer_words",
    "BulkAction.bulk_ended",
    "BulkAction.bulk_unfinished",
    "Customer.customer_email_begins",
    "Customer.customer_name_begins",
    "Event.event_log",
    "File.file_unsent",
    "ForecastFit.forecast_fit_open",
    "ForecastFit.one_fit_at_a_time",
    "Label.label_in_use",
    "Message.message_account",
    "Message.message_deleted",
    "Message.message_undelivered",
    "NewRequest.request_unfinished",
    "Notification.notification_old",
    "Notification.notification_unread",
    "OrderIntent.one_change_at_a_time",
    "OrderIntent.order_intent_open",
    "OutgoingMail.mail_unsent",
    "Received.received_dead",
    "Received.received_hints",
    "Received.received_waiting",
    "SearchDocument.search_words",
    "Store.store_forecast_due",
    "Store.store_plan_read",
    "Ticket.ticket_active",
    "Ticket.ticket_all_list",
    "Ticket.ticket_archived",
    "Ticket.ticket_assignee",
    "Ticket.ticket_at_risk",
    "Ticket.ticket_brand",
    "Ticket.ticket_channel_list",
    "Ticket.ticket_closed_list",
    "Ticket.ticket_created",
    "Ticket.ticket_department",
    "Ticket.ticket_expiring",
    "Ticket.ticket_inbox",
    "Ticket.ticket_lifetime",
    "Ticket.ticket_mine",
    "Ticket.ticket_order",
    "Ticket.ticket_raised",
    "Ticket.ticket_risk_order",
    "Ticket.ticket_sent_list",
    "Ticket.ticket_shopify_order",
    "Ticket.ticket_snoozed",
    "Ticket.ticket_spam_list",
    "Ticket.ticket_store",
    "Ticket.ticket_support_address",
    "Ticket.ticket_turn",
    "Ticket.ticket_unassigned",
    "Ticket.ticket_waking",
    "Ticket.ticket_with_files",
    "TicketCount.ticket_count_loose",
  ],
  trigger: [
    "Message.message_stays",
    "Received.parts_are_emptied",
    "Received.parts_go_with_it",
    "Ticket.counts_grow",
    "Ticket.counts_move",
    "Ticket.counts_shrink",
    "Ticket.snoozed_for_goes",
    "TicketRead.read_is_judged",
    "TicketRead.reads_grow",
    "TicketRead.reads_move",
    "TicketRead.reads_shrink",
    ...tenantTables.map((table) => `${table}.tenant_stays`),
  ],
  function: [
    "counts_of_read",
    "counts_of_ticket",
    "drop_received_parts",
    "forget_snoozed_for",
    "judge_ticket_read",
    "keep_read_counts",
    "keep_ticket_counts",
    "recount_tickets",
    "refuse_message_rewrite",
    "refuse_tenant_move",
    "search_fold",
    "search_language",
    "search_query",
    "search_term",
    "search_week",
  ],
};

/** Foreign keys that may do something else than refuse (the migration says ON DELETE SET NULL ("column")). */
const softReferences: string[] = [];

const isByHand = ({ kind, name }: Part): boolean => byHand[kind]?.includes(name) ?? false;
const lines = (parts: Part[]): string[] =>
  parts.map(({ kind, name, definition }) => `${kind} ${name}: ${definition}`);

let migrated: Part[];
let expected: Part[];

async function catalogOf(url: string, sql = ""): Promise<Part[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
    return await readCatalog(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const url = process.env.DATABASE_URL ?? "";
  const beside = await createDatabase(process.env.TEST_DATABASE_ADMIN_URL ?? "", `schema_${unique()}`);
  migrated = await catalogOf(url);
  expected = await catalogOf(beside, await expectedSchema(url));
});

const ofKind = (kind: Part["kind"]): Part[] => migrated.filter((part) => part.kind === kind);

describe("the migrations make what the schema says", () => {
  test("every table, column, key, index and relation, exactly", () => {
    expect(expected.length).toBeGreaterThan(200);
    const made = lines(migrated.filter((part) => !isByHand(part)));
    expect(made).toEqual(lines(expected));
  });

  test("and by hand what is listed here, no more and no less", () => {
    for (const [kind, names] of Object.entries(byHand)) {
      const there = ofKind(kind as Part["kind"]).filter(isByHand);
      expect(there.map(({ name }) => name)).toEqual([...names].sort());
    }
  });

  test("a difference would be seen", async () => {
    const drifted = await catalogOf(
      await createDatabase(process.env.TEST_DATABASE_ADMIN_URL ?? "", `drift_${unique()}`),
      `
      CREATE TABLE "Ticket" (id uuid PRIMARY KEY, subject text DEFAULT 'x');
      CREATE INDEX planted ON "Ticket" (subject) WHERE subject <> '';
      CREATE TABLE "Message" ("ticketId" uuid REFERENCES "Ticket" ON DELETE CASCADE, CONSTRAINT short CHECK (true))`,
    );
    expect(lines(drifted)).toEqual([
      "check Message.short: CHECK (true)",
      "column Message.ticketId: uuid",
      "column Ticket.id: uuid NOT NULL",
      "column Ticket.subject: text DEFAULT 'x'::text",
      'foreign key Message.Message_ticketId_fkey: FOREIGN KEY ("ticketId") REFERENCES "Ticket"(id) ON DELETE CASCADE',
      "index Ticket.planted: CREATE INDEX planted ON public.\"Ticket\" USING btree (subject) WHERE (subject <> ''::text)",
      "primary key Ticket.Ticket_pkey: PRIMARY KEY (id)",
      "table Message: table",
      "table Ticket: table",
    ]);
  });
});

describe("the generated client knows the same database", () => {
  const types: Record<string, RegExp> = {
    String: /^(text|uuid)/,
    Int: /^integer/,
    BigInt: /^bigint/,
    Float: /^double precision/,
    Boolean: /^boolean/,
    DateTime: /^timestamp\(3\)/,
    Json: /^jsonb/,
    Bytes: /^bytea/,
  };

  test("table by table, column by column", () => {
    const known = Prisma.dmmf.datamodel.models.flatMap(({ name, fields }) =>
      fields
        .filter(({ kind }) => kind === "scalar")
        .map((field) => ({ name: `${name}.${field.name}`, type: field.type })),
    );
    const columns = new Map(ofKind("column").map(({ name, definition }) => [name, definition]));
    // The client leaves out what it has no type for.
    const readable = [...columns].filter(([, definition]) => !definition.startsWith("tsvector"));
    expect(known.map(({ name }) => name).sort()).toEqual(readable.map(([name]) => name).sort());
    for (const { name, type } of known)
      expect(columns.get(name), name).toMatch(types[type] ?? "a type of ours");
  });
});

describe("tenant tables", () => {
  const tableOf = ({ name }: Part) => name.split(".")[0] ?? "";
  const isTenant = (part: Part) => tenantTables.includes(tableOf(part)) && tableOf(part) !== "Workspace";

  test("are all that the schema does not call directory", () => {
    const models = [...readModels(readFileSync(schemaFile, "utf8")).values()];
    expect(models.filter(({ directory }) => directory).map(({ name }) => name)).toEqual(directoryTables);
  });

  test("carry the workspace in every row", () => {
    const columns = new Map(ofKind("column").map(({ name, definition }) => [name, definition]));
    for (const table of tenantTables)
      expect(columns.get(table === "Workspace" ? "Workspace.id" : `${table}.workspaceId`), table).toBe(
        "uuid NOT NULL",
      );
  });

  test("begin every key with it", () => {
    const keys = migrated
      .filter((part) => ["primary key", "unique"].includes(part.kind) || isUniqueIndex(part))
      .filter(isTenant);
    expect(keys.length).toBeGreaterThan(tenantTables.length);
    for (const { name, definition } of keys)
      expect(definition, name).toMatch(/(KEY|UNIQUE|btree) \("workspaceId"[,)]/);
  });

  test("refer with it, and refuse to let go", () => {
    const references = ofKind("foreign key");
    expect(references.filter((part) => !isTenant(part))).toEqual([]);
    for (const { name, definition } of references) {
      expect(definition, name).toMatch(/^FOREIGN KEY \("workspaceId"[,)]/);
      if (!softReferences.includes(name))
        expect(definition, name).toMatch(/ON UPDATE RESTRICT ON DELETE RESTRICT$/);
    }
  });
});

const isUniqueIndex = ({ kind, definition }: Part): boolean =>
  kind === "index" && definition.startsWith("CREATE UNIQUE");
