// A kept copy is read again when Shopify says that its customer, or an order of theirs, changed. Customers nobody has
// looked at cost nothing.
import { db, type Tx } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { publish } from "../../live/publish.server.ts";
import { HINT, type Outcome } from "../../workspace/shop-webhooks-effects.server.ts";
import { askById, type Answer } from "./ask.server.ts";
import { keepAnswer } from "./keep.server.ts";

export interface StoreRef {
  workspaceId: string;
  storeId: string;
}

/** One change at Shopify is told several times over: it is read once for those, and once after. */
const TOGETHER = 3;
const MOST_COPIES = 20;

/** Somebody who is known here changed: the copies are read anew within seconds. */
export const lookAtCustomer = (tx: Tx, store: StoreRef, shopifyId: string): Promise<Outcome> =>
  lookIf(tx, store, shopifyId, { shopifyId });

/** Somebody is new in the store: perhaps one who was not found there before. */
export const lookAtNewCustomer = (tx: Tx, store: StoreRef, shopifyId: string): Promise<Outcome> =>
  lookIf(tx, store, shopifyId, { shopifyId: null });

async function lookIf(
  tx: Tx,
  { workspaceId, storeId }: StoreRef,
  shopifyId: string,
  kept: { shopifyId: string | null },
): Promise<Outcome> {
  const one = await tx.customerProfile.findFirst({
    where: { workspaceId, storeId, ...kept },
    select: { customerId: true },
  });
  const onceIn = { seconds: TOGETHER, key: `${storeId}:${shopifyId}`, next: true };
  if (one) await enqueue(tx, "refresh-customer", { workspaceId, storeId, shopifyId }, { onceIn });
  return HINT;
}

/** Reads them and tells the open pages what is new. Throws while Shopify is away: the job tries again. */
export async function refreshCustomer({ workspaceId, storeId, shopifyId }: StoreRef & { shopifyId: string }) {
  const where = { workspaceId_id: { workspaceId, id: storeId } };
  const store = await db.store.findUnique({ where, select: { shopDomain: true, uninstalledAt: true } });
  if (!store || store.uninstalledAt) return;
  const readAt = now();
  const answer = await askById(store.shopDomain, shopifyId);
  await db.$transaction(async (tx) => {
    for (const customerId of await whoseCopies(tx, { workspaceId, storeId }, shopifyId, answer)) {
      const isNew = await keepAnswer(tx, { workspaceId, storeId, customerId }, answer, readAt);
      if (isNew) await tellChanged(tx, workspaceId, customerId);
    }
  });
}

/** Open pages of this customer ask what is new. */
export const tellChanged = (tx: Tx, workspaceId: string, customerId: string): Promise<void> =>
  publish(tx, { workspaceId, id: newId(), type: "customer-changed", customerId });

/** Those they were known by, and those for whom nobody was found by address or telephone. In one order, for the locks. */
async function whoseCopies(
  tx: Tx,
  { workspaceId, storeId }: StoreRef,
  shopifyId: string,
  { data }: Answer,
): Promise<string[]> {
  const email = data?.defaultEmailAddress?.emailAddress?.toLowerCase() ?? null;
  const phone = data?.defaultPhoneNumber?.phoneNumber ?? null;
  const rows = await tx.$queryRaw<{ customerId: string }[]>`
    SELECT "customerId" FROM "CustomerProfile" WHERE "workspaceId" = ${workspaceId}::uuid
      AND "storeId" = ${storeId}::uuid AND "shopifyId" = ${shopifyId}
    UNION
    SELECT p."customerId" FROM "ContactPoint" c
    JOIN "CustomerProfile" p ON p."workspaceId" = c."workspaceId" AND p."storeId" = ${storeId}::uuid
      AND p."customerId" = c."customerId" AND p."shopifyId" IS NULL
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c."removedAt" IS NULL
      AND (c.kind, c.value) IN (('email', ${email}), ('phone', ${phone}))
    ORDER BY 1 LIMIT ${MOST_COPIES}`;
  return rows.map(({ customerId }) => customerId);
}
