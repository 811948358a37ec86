// A signed-in shopper typed an address: is it theirs? Shopify knows.
import { askShopify } from "../clients/shopify-admin.server.ts";
import { db, type Tx } from "../db.server.ts";
import { judgeIdentity } from "./customer.ts";
import { CUSTOMER_EMAIL } from "./customer.graphql.ts";

/** Links the customer when Shopify confirms the address, marks the ticket a mismatch when it denies it. Throws while Shopify is away: the job tries again. */
export async function confirmIdentity({
  workspaceId,
  messageId,
}: {
  workspaceId: string;
  messageId: string;
}): Promise<void> {
  const message = await db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    include: { ticket: { include: { store: true } } },
  });
  if (!message?.shopifyId || !message.customerId) return;
  const { store } = message.ticket;
  const id = `gid://shopify/Customer/${message.shopifyId}`;
  const { data } = await askShopify<{
    customer: { defaultEmailAddress: { emailAddress: string | null } | null } | null;
  }>(store.shopDomain, CUSTOMER_EMAIL, { id });
  const identity = judgeIdentity(
    message.fromAddress,
    data.customer?.defaultEmailAddress?.emailAddress ?? null,
  );
  if (identity === "claimed") return;
  await db.$transaction(async (tx) => {
    if (identity === "verified")
      await link(tx, {
        workspaceId,
        storeId: store.id,
        shopifyId: message.shopifyId ?? "",
        customerId: message.customerId ?? "",
      });
    // "Verified" is said of the whole ticket: not when somebody unproven wrote in it too.
    const others = await tx.message.count({
      where: {
        workspaceId,
        ticketId: message.ticketId,
        kind: "inbound",
        senderProof: { not: "verified" },
        OR: [{ shopifyId: null }, { shopifyId: { not: message.shopifyId } }],
      },
    });
    if (identity === "verified" && others > 0) return;
    await tx.ticket.updateMany({ where: { workspaceId, id: message.ticketId }, data: { identity } });
  });
}

const link = (tx: Tx, row: { workspaceId: string; storeId: string; shopifyId: string; customerId: string }) =>
  tx.shopifyCustomer.createMany({ data: [{ ...row, proof: "proxy" }], skipDuplicates: true });
