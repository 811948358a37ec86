// Who Shopify says a customer is: at once from what is kept, and anew from Shopify. Never throws for Shopify's sake.
import { ShopifyUnavailable } from "../clients/shopify-admin.server.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { now } from "../lib/clock.ts";
import type { CustomerRef } from "./find.server.ts";
import type { KnownCustomer } from "./known.ts";
import { FRESH_FOR, type CardProblem, type CustomerCard } from "./profile.ts";
import { askFor } from "./profile/ask.server.ts";
import { keepAnswer, type Kept } from "./profile/keep.server.ts";
import { presentCustomer } from "./profile/present.ts";
import { mirroredOrders } from "./profile/stand-in.server.ts";
import { customerInStore, type InStore } from "./profile/whose.server.ts";

/**
 * What is known without asking Shopify: its last good answer, else their orders from the mirror, and what we know
 * ourselves. Throws not-found.
 */
export async function readKnownCard(
  customer: CustomerRef,
  storeId: string,
): Promise<{ card: CustomerCard; known: KnownCustomer }> {
  const who = await customerInStore(db, customer, storeId);
  if (!who) throw new AppError("not-found");
  return { card: await known(who, who.kept, null), known: who.known };
}

/** The same after asking Shopify, if that was not done within the last minute. `anew`: even then. Throws not-found. */
export async function readFreshCard(
  customer: CustomerRef,
  storeId: string,
  { anew }: { anew: boolean },
): Promise<CustomerCard> {
  const who = await customerInStore(db, customer, storeId);
  if (!who) throw new AppError("not-found");
  const { kept } = who;
  if (kept && !anew && isFresh(kept)) return known(who, kept, null);
  const readAt = now();
  try {
    const answer = await askFor(who);
    if (!answer) return { state: "nobody" };
    await keepAnswer(db, placeOf(who), answer, readAt);
    return shown(who, { shopifyId: null, node: answer.data, withheld: answer.withheld, readAt }, null);
  } catch (error) {
    if (error instanceof ShopifyUnavailable) return known(who, kept, error.problem);
    throw error;
  }
}

const isFresh = ({ readAt }: Kept): boolean => now().getTime() - readAt.getTime() < FRESH_FOR;

const placeOf = ({ workspaceId, customerId, store }: InStore) => ({
  workspaceId,
  storeId: store.id,
  customerId,
});

async function known(who: InStore, kept: Kept | null, problem: CardProblem | null): Promise<CustomerCard> {
  if (kept) return shown(who, kept, problem);
  if (![...who.shopifyIds, ...who.emails, ...who.phones].length) return { state: "nobody" };
  return { state: "unread", problem, orders: await mirroredOrders(who) };
}

function shown({ store }: InStore, kept: Kept, problem: CardProblem | null): CustomerCard {
  const { node, withheld } = kept;
  const readAt = kept.readAt.toISOString();
  if (!node) return { state: "none", readAt, problem };
  return { state: "found", customer: presentCustomer(node, store.shopDomain), withheld, readAt, problem };
}
