// Whom does Shopify mean? A request names a customer of one store by id, e-mail and phone; any may be missing.
import { Prisma } from "@prisma/client";
import { normaliseEmail } from "../customers/customer.ts";
import type { Tx } from "../db.server.ts";
import type { NamedCustomer } from "../workspace/shop-webhooks.ts";

export interface StoreOfDuty {
  workspaceId: string;
  storeId: string;
}

export interface Person {
  /** our customers that are this person in this store; usually one */
  customerIds: string[];
  /** their tickets with this store */
  ticketIds: string[];
  /** every message of those tickets, also where they were merged into others', and what they wrote in these */
  messageIds: string[];
  /** the messages among them, and the tickets, that are others' */
  otherMessageIds: string[];
  otherTicketIds: string[];
  /** the addresses they wrote from, normalised */
  emails: string[];
  shopifyIds: string[];
}

/**
 * Finds the person in this store's data (docs/decisions/010-privacy.md). By Shopify id; by e-mail or phone only
 * where that contact is not another Shopify customer of the store, and not known to other stores alone.
 * What is null is not searched for, so an empty request finds nobody.
 */
export async function findPerson(tx: Tx, store: StoreOfDuty, named: NamedCustomer): Promise<Person> {
  const shopifyIds = named.shopifyId ? [named.shopifyId, `gid://shopify/Customer/${named.shopifyId}`] : [];
  const email = normaliseEmail(named.email);
  const phone = normalisePhone(named.phone);
  const customerIds = await findCustomers(tx, store, { shopifyIds, email, phone });
  const emails = await addressesOf(tx, store, customerIds, email);
  const ticketIds = await findTickets(tx, store, customerIds);
  const messages = await findMessages(tx, store, { customerIds, emails, shopifyIds });
  const theirs = new Set(ticketIds);
  const others = messages.filter(({ ticketId }) => !theirs.has(ticketId));
  return {
    customerIds,
    ticketIds,
    messageIds: messages.map(({ id }) => id),
    otherMessageIds: others.map(({ id }) => id),
    otherTicketIds: [...new Set(others.map(({ ticketId }) => ticketId))],
    emails,
    shopifyIds,
  };
}

async function findCustomers(
  tx: Tx,
  { workspaceId, storeId }: StoreOfDuty,
  by: { shopifyIds: string[]; email: string | null; phone: string | null },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Customer" c
    WHERE c."workspaceId" = ${workspaceId}::uuid AND (
      EXISTS (SELECT 1 FROM "ShopifyCustomer" l WHERE l."workspaceId" = c."workspaceId" AND l."customerId" = c.id
              AND l."storeId" = ${storeId}::uuid AND l."shopifyId" = ANY(${by.shopifyIds}::text[]))
      OR (
        EXISTS (SELECT 1 FROM "ContactPoint" p WHERE p."workspaceId" = c."workspaceId" AND p."customerId" = c.id
                AND p."removedAt" IS NULL AND ((p.kind = 'email' AND p.value = ${by.email}) OR (p.kind = 'phone' AND p.value = ${by.phone})))
        AND NOT EXISTS (SELECT 1 FROM "ShopifyCustomer" l WHERE l."workspaceId" = c."workspaceId"
                        AND l."customerId" = c.id AND l."storeId" = ${storeId}::uuid)
        AND (EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = c."workspaceId" AND t."customerId" = c.id
                     AND t."storeId" = ${storeId}::uuid)
             OR NOT (EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = c."workspaceId" AND t."customerId" = c.id)
                     OR EXISTS (SELECT 1 FROM "ShopifyCustomer" l WHERE l."workspaceId" = c."workspaceId"
                                AND l."customerId" = c.id)))
      )
      -- Who typed it in a chat, where it was another customer's already.
      OR EXISTS (SELECT 1 FROM "Visitor" v WHERE v."workspaceId" = c."workspaceId" AND v."customerId" = c.id
                 AND v."storeId" = ${storeId}::uuid AND v."shopifyId" IS NULL AND v.email = ${by.email})
    )`;
  return rows.map(({ id }) => id);
}

/** Their own addresses, and the one Shopify named unless it is somebody else's here. */
async function addressesOf(
  tx: Tx,
  { workspaceId }: StoreOfDuty,
  customerIds: string[],
  email: string | null,
): Promise<string[]> {
  const known = await tx.contactPoint.findMany({
    where: {
      workspaceId,
      kind: "email",
      OR: [{ customerId: { in: customerIds } }, ...(email ? [{ value: email }] : [])],
    },
    select: { value: true, customerId: true },
  });
  const theirs = known.filter(({ customerId }) => customerIds.includes(customerId)).map(({ value }) => value);
  const nobodys = email && !known.some(({ value }) => value === email) ? [email] : [];
  return [...theirs, ...nobodys];
}

async function findTickets(
  tx: Tx,
  { workspaceId, storeId }: StoreOfDuty,
  customerIds: string[],
): Promise<string[]> {
  const rows = await tx.ticket.findMany({
    where: { workspaceId, storeId, customerId: { in: customerIds } },
    select: { id: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ id }) => id);
}

async function findMessages(
  tx: Tx,
  { workspaceId, storeId }: StoreOfDuty,
  by: { customerIds: string[]; emails: string[]; shopifyIds: string[] },
): Promise<{ id: string; ticketId: string }[]> {
  if (!by.customerIds.length && !by.emails.length && !by.shopifyIds.length) return [];
  return tx.$queryRaw<{ id: string; ticketId: string }[]>`
    SELECT m.id, m."ticketId" FROM "Message" m
    JOIN "Ticket" t ON t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
    WHERE m."workspaceId" = ${workspaceId}::uuid AND t."storeId" = ${storeId}::uuid AND (
      t."customerId" = ANY(${by.customerIds}::uuid[]) OR ${wroteIt(by)}
      OR m.id IN (SELECT moved.id::uuid FROM "TicketMerge" g
                  JOIN "Ticket" f ON f."workspaceId" = g."workspaceId" AND f.id = g."fromId"
                  CROSS JOIN LATERAL jsonb_array_elements_text(g.moved->'messageIds') AS moved(id)
                  WHERE g."workspaceId" = m."workspaceId" AND g.kind = 'merge' AND g."undoneAt" IS NULL
                    AND f."customerId" = ANY(${by.customerIds}::uuid[]))
    )
    ORDER BY m."createdAt", m.id`;
}

/** SQL for "this message is in the person's own words". */
const wroteIt = (by: {
  customerIds: string[];
  emails: string[];
  shopifyIds: string[];
}): Prisma.Sql => Prisma.sql`
  (m.kind = 'inbound' AND (m."customerId" = ANY(${by.customerIds}::uuid[])
    OR m."shopifyId" = ANY(${by.shopifyIds}::text[])
    OR (m."customerId" IS NULL AND lower(m."fromAddress") = ANY(${by.emails}::text[]))))`;

/** "+46 70-123 45 67" gives "+46701234567", the way Shopify writes numbers. */
export function normalisePhone(written: string | null): string | null {
  const digits = (written ?? "").replace(/[\s().-]/g, "").replace(/^00/, "+");
  return /^\+?\d{5,15}$/.test(digits) ? digits : null;
}
