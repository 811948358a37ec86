// A shop is forgotten (shop/redact, 48 hours after uninstall): its store with everything in it, and the whole
// workspace when it was the only one. In batches, each its own transaction: a shop may have millions of rows.
// Stopped anywhere and started again, it goes on where it was; the store's own row goes last.
import { Prisma } from "@prisma/client";
import { db, type Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { keysOfInput } from "../files/key.server.ts";
import { removeFilesOf } from "../files/remove.server.ts";
import { now } from "../lib/clock.ts";
import { eraseTicketBatch, eraseUnansweredMails } from "./erase-tickets.server.ts";
import { eraseRequestBatch } from "./erase-requests.server.ts";
import { eraseJobs } from "./erase-jobs.server.ts";
import type { StoreOfDuty } from "./person.server.ts";
import { dismissStaff } from "./staff.server.ts";
import { deleteUntied } from "./untied.server.ts";

const BATCH = 2000;

/**
 * Erases a shop, for at most about `ms` milliseconds: false when there is more to do and it should be called
 * again. Once everything is gone another call finds nothing and changes nothing.
 */
export async function eraseShop(shop: string, place: StoreOfDuty | null, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  const store = place && { workspaceId: place.workspaceId, storeId: place.storeId };
  if (store) await closeDoors(store);
  for (const batch of store ? await batchesOf(store, shop) : []) {
    if (!(await repeated(batch, until))) return false;
  }
  await db.$transaction((tx) => eraseRest(tx, store, shop));
  return repeated((tx) => eraseReceived(tx, Prisma.sql`source = 'shopify' AND server = ${shop}`), until);
}

type Batch = (tx: Tx) => Promise<number>;

async function batchesOf(store: StoreOfDuty, shop: string): Promise<Batch[]> {
  const { workspaceId, storeId } = store;
  const ofStore: Batch[] = [
    (tx) => eraseUnansweredMails(tx, store),
    (tx) => eraseTicketBatch(tx, store),
    (tx) => eraseOfStore(tx, store, "VisitorToken"),
    (tx) => eraseOfStore(tx, store, "Visitor"),
    (tx) => eraseRequestBatch(tx, store),
    (tx) => eraseOfStore(tx, store, "CustomerProfile"),
    (tx) => eraseLinks(tx, store),
    (tx) => eraseOfStore(tx, store, "CustomerForecast"),
    (tx) => eraseOfStore(tx, store, "ShopOrder"),
    (tx) => eraseReceived(tx, exceptWebhooks(shop, Prisma.sql`"storeId" = ${storeId}::uuid`)),
  ];
  if (!(await isOnlyStore(db, store))) return ofStore;
  return [
    ...ofStore,
    ...TABLES.map(
      (table): Batch =>
        (tx) =>
          eraseRows(tx, table, workspaceId),
    ),
    (tx) => eraseReceived(tx, exceptWebhooks(shop, Prisma.sql`"workspaceId" = ${workspaceId}::uuid`)),
  ];
}

/** Runs a batch until it finds nothing more, true, or until the time is up. */
async function repeated(batch: Batch, until: number): Promise<boolean> {
  while ((await db.$transaction(batch, { timeout: 60_000 })) > 0) if (performance.now() > until) return false;
  return true;
}

/** The shop's own webhooks go last: the one that asked for this must be found again if it is cut short. */
const exceptWebhooks = (shop: string, which: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${which} AND NOT (source = 'shopify' AND server = ${shop})`;

/** Nothing new comes in or goes out while the rest is being erased. */
const closeDoors = ({ workspaceId, storeId }: StoreOfDuty): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.store.updateMany({
      where: { workspaceId, id: storeId, uninstalledAt: null },
      data: { uninstalledAt: now() },
    });
    await tx.inboundAddress.deleteMany({ where: { workspaceId, storeId } });
  });

async function eraseLinks(tx: Tx, { workspaceId, storeId }: StoreOfDuty): Promise<number> {
  const rows = await tx.$queryRaw<{ customerId: string }[]>`
    DELETE FROM "ShopifyCustomer" WHERE ctid IN (
      SELECT ctid FROM "ShopifyCustomer"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid LIMIT ${BATCH})
    RETURNING "customerId"`;
  await deleteUntied(
    tx,
    workspaceId,
    rows.map(({ customerId }) => customerId),
  );
  return rows.length;
}

const eraseOfStore = (
  tx: Tx,
  { workspaceId, storeId }: StoreOfDuty,
  table: "CustomerForecast" | "CustomerProfile" | "ShopOrder" | "Visitor" | "VisitorToken",
): Promise<number> => tx.$executeRaw`
  DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE ctid IN (
    SELECT ctid FROM ${Prisma.raw(`"${table}"`)}
    WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid LIMIT ${BATCH})`;

/** What never became a message has no file rows: its attachments may be in the storage all the same. */
async function eraseReceived(tx: Tx, which: Prisma.Sql): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; aside: boolean }[]>`
    DELETE FROM "Received" WHERE ctid IN (SELECT ctid FROM "Received" WHERE ${which} LIMIT ${BATCH})
    RETURNING id, source = 'postmark' AND state NOT IN ('done', 'suppressed') AS aside`;
  for (const { id, aside } of rows) if (aside) await removeFilesOf(tx, keysOfInput(id));
  return rows.length;
}

async function isOnlyStore(client: Tx, { workspaceId, storeId }: StoreOfDuty): Promise<boolean> {
  return (await client.store.count({ where: { workspaceId, id: { not: storeId } } })) === 0;
}

/** The few rows at the end, all at once: as long as the shop can be found, the erasure can be taken up again. */
async function eraseRest(tx: Tx, store: StoreOfDuty | null, shop: string): Promise<void> {
  if (store && (await isOnlyStore(tx, store))) await eraseWorkspace(tx, store.workspaceId);
  else if (store) await eraseStore(tx, store, shop);
  await eraseDirectory(tx, shop);
}

/** What is left of the store in a workspace that goes on. */
async function eraseStore(tx: Tx, store: StoreOfDuty, shop: string): Promise<void> {
  const { workspaceId, storeId } = store;
  await tx.privacyRequest.deleteMany({ where: { workspaceId, storeId } });
  await tx.newRequestRecipient.deleteMany({ where: { workspaceId, request: { storeId } } });
  await tx.newRequest.deleteMany({ where: { workspaceId, storeId } });
  await tx.supportAddress.deleteMany({ where: { workspaceId, storeId } });
  await tx.setting.deleteMany({ where: { workspaceId, scope: storeId } });
  await tx.contactForm.deleteMany({ where: { workspaceId, storeId } });
  await tx.customerForecast.deleteMany({ where: { workspaceId, storeId } });
  await tx.forecastFit.deleteMany({ where: { workspaceId, storeId } });
  await tx.shopOrder.deleteMany({ where: { workspaceId, storeId } });
  await tx.customerProfile.deleteMany({ where: { workspaceId, storeId } });
  await tx.orderSync.deleteMany({ where: { workspaceId, storeId } });
  await tx.ticketCount.deleteMany({ where: { workspaceId, name: `store:${storeId}` } });
  await tx.$executeRaw`
    DELETE FROM "Event" WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" IS NULL
      AND (position(${storeId} IN data::text) > 0 OR position(${shop} IN data::text) > 0 OR "actorId" = ${storeId})`;
  await eraseStrays(tx, workspaceId);
  await tx.newRequestRecipient.deleteMany({ where: { workspaceId, request: { workspaceId, storeId } } });
  await tx.newRequest.deleteMany({ where: { workspaceId, storeId } });
  await dismissStaff(tx, store);
  await tx.visitorToken.deleteMany({ where: { workspaceId, storeId } });
  await tx.visitor.deleteMany({ where: { workspaceId, storeId } });
  await tx.replyToken.deleteMany({ where: { workspaceId, storeId } });
  await tx.supportAddress.deleteMany({ where: { workspaceId, storeId } });
  await tx.brand.deleteMany({ where: { workspaceId, storeId } });
  await tx.store.deleteMany({ where: { workspaceId, id: storeId } });
  await eraseJobs(tx, workspaceId, storeId);
  await recordEvent(tx, workspaceId, { type: "privacy-done", by: SYSTEM, data: { kind: "shop_redact" } });
}

/** What a job under way may have added to a ticket while it was being erased: these point at it without a key. */
async function eraseStrays(tx: Tx, workspaceId: string): Promise<void> {
  for (const name of ["OutgoingMail", "Event", "ReplyToken"]) {
    await tx.$executeRaw`
      DELETE FROM ${Prisma.raw(`"${name}"`)} stray
      WHERE stray."workspaceId" = ${workspaceId}::uuid AND stray."ticketId" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = stray."workspaceId" AND t.id = stray."ticketId")`;
  }
}

/** Children before parents; a test compares the list with the tables there are. */
export const TABLES = [
  "SearchDocument",
  "SearchProgress",
  "Presence",
  "Notification",
  "Draft",
  "TicketLabel",
  "TicketMerge",
  "BulkItem",
  "BulkAction",
  "File",
  "OutgoingMail",
  "Message",
  "TicketRead",
  "MailReference",
  "TicketParticipant",
  "OrderIntent",
  "Chat",
  "Ticket",
  "TicketCount",
  "Label",
  "NewRequestRecipient",
  "NewRequest",
  "Event",
  "CustomerForecast",
  "ForecastFit",
  "ShopOrder",
  "OrderSync",
  "CustomerProfile",
  "ShopifyCustomer",
  "CustomerMerge",
  "VisitorToken",
  "Visitor",
  "ContactPoint",
  "Customer",
  "StaffAccount",
  "SavedView",
  "Macro",
  "Agent",
  "SupportAddress",
  "Department",
  "Brand",
  "ContactForm",
  "Setting",
  "BlockedSender",
  "PrivacyRequest",
  "ReplyToken",
  "InboundAddress",
  "SendingDomain",
] as const;

const eraseRows = (tx: Tx, table: (typeof TABLES)[number], workspaceId: string): Promise<number> => {
  if (table === "File") return eraseWithBytes(tx, workspaceId, "File", "key");
  if (table === "Agent") return eraseWithBytes(tx, workspaceId, "Agent", "pictureKey");
  const name = Prisma.raw(`"${table}"`);
  return tx.$executeRaw`
    DELETE FROM ${name} WHERE ctid IN (
      SELECT ctid FROM ${name} WHERE "workspaceId" = ${workspaceId}::uuid LIMIT ${BATCH})`;
};

/** `key`: the column that says where their bytes lie. */
async function eraseWithBytes(
  tx: Tx,
  workspaceId: string,
  table: "File" | "Agent",
  key: "key" | "pictureKey",
): Promise<number> {
  const name = Prisma.raw(`"${table}"`);
  const rows = await tx.$queryRaw<{ key: string | null }[]>`
    DELETE FROM ${name} WHERE ctid IN (
      SELECT ctid FROM ${name} WHERE "workspaceId" = ${workspaceId}::uuid LIMIT ${BATCH})
    RETURNING ${Prisma.raw(`"${key}"`)} AS key`;
  await removeFilesOf(
    tx,
    rows.flatMap(({ key: at }) => at ?? []),
  );
  return rows.length;
}

async function eraseWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await eraseJobs(tx, workspaceId, null);
  await tx.store.deleteMany({ where: { workspaceId } });
  await tx.shopDomain.deleteMany({ where: { workspaceId } });
  await tx.workspace.deleteMany({ where: { id: workspaceId } });
}

/** The global rows; also for a shop that never got as far as a store. A parked webhook may name it in its body. */
async function eraseDirectory(tx: Tx, shop: string): Promise<void> {
  await tx.session.deleteMany({ where: { shop } });
  await tx.shopDomain.deleteMany({ where: { domain: shop } });
  await tx.$executeRaw`
    DELETE FROM "Received" WHERE source = 'shopify' AND state = 'dead' AND "workspaceId" IS NULL
      AND position(convert_to(${shop}, 'UTF8') IN body) > 0`;
}
