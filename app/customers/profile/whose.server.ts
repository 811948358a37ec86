// A customer in one of the stores: by what Shopify can be asked for them, and by what their orders are found.
import type { Tx } from "../../db.server.ts";
import { isId } from "../../lib/id.ts";
import type { CustomerRef } from "../find.server.ts";

export interface InStore {
  workspaceId: string;
  customerId: string;
  store: { id: string; shopDomain: string };
  /** who they proved to be there, first */
  shopifyIds: string[];
  /** what they are asked for by while nothing is proven, the address they are answered at first */
  emails: string[];
  /** E.164 */
  phones: string[];
}

/** Each costs Shopify a question. */
const MOST_ASKED = 3;

/** What there is to ask for; null when customer or store is none of the workspace's. */
export async function customerInStore(
  client: Tx,
  { workspaceId, id }: CustomerRef,
  storeId: string,
): Promise<InStore | null> {
  if (!isId(storeId)) return null;
  const [customer, store] = await Promise.all([
    client.customer.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: {
        email: true,
        contacts: {
          where: { removedAt: null },
          orderBy: { createdAt: "asc" },
          take: 50,
          select: { kind: true, value: true },
        },
        shopify: { where: { storeId }, orderBy: { createdAt: "asc" }, take: 10, select: { shopifyId: true } },
      },
    }),
    client.store.findUnique({
      where: { workspaceId_id: { workspaceId, id: storeId } },
      select: { id: true, shopDomain: true },
    }),
  ]);
  if (!customer || !store) return null;
  const shopifyIds = customer.shopify.map(({ shopifyId }) => shopifyId);
  const valuesOf = (kind: string) =>
    customer.contacts.filter((it) => it.kind === kind).map(({ value }) => value);
  const emails = new Set([...(customer.email ? [customer.email] : []), ...valuesOf("email")]);
  return {
    ...{ workspaceId, customerId: id, store, shopifyIds },
    emails: [...emails].slice(0, MOST_ASKED),
    phones: valuesOf("phone").slice(0, MOST_ASKED),
  };
}
