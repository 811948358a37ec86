// Who a visitor is to us. Signed in, they are that customer. A name and an address they typed are only claims: they make
// a customer of their own, and never the one whose address it is already.
import { customerAt, proveAddress, takeAddress } from "../../customers/contacts.server.ts";
import { tidyName } from "../../customers/customer.ts";
import { customerOfAccount, identifyCustomer, provenLink } from "../../customers/identify.server.ts";
import type { Judged } from "../../customers/identity.ts";
import { survivingCustomer } from "../../customers/surviving.server.ts";
import type { Tx } from "../../db.server.ts";
import { newId } from "../../lib/id.ts";
import type { IncomingMessage } from "../channel.ts";
import type { Visitor } from "./visitor.server.ts";

export interface Chatter {
  /** null: somebody without a name and an address */
  customerId: string | null;
  judged: Judged;
  accountAddress: string | null;
  /** where answers to them go */
  address: string | null;
}

/** Finds or makes the customer a visitor is. Runs inside the intake's transaction and lock. */
export async function whoChats(tx: Tx, visitor: Visitor): Promise<Chatter> {
  const { workspaceId, storeId, shopifyId, email, locale } = visitor;
  const name = visitor.name ?? "";
  if (shopifyId && !email) {
    const customerId = await customerOfAccount(tx, { workspaceId, storeId, shopifyId }, { name, locale });
    const { email: address } = await tx.customer.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: customerId } },
      select: { email: true },
    });
    return { customerId, judged: "signed-in", accountAddress: null, address };
  }
  if (shopifyId && email && (await provenLink(tx, visitor, shopifyId))) {
    const writer = { name, address: email, shopifyCustomerId: shopifyId };
    return { ...(await identifyCustomer(tx, visitor, writer, locale)), address: email };
  }
  const customerId = await claimed(tx, visitor);
  return { customerId, judged: "address", accountAddress: null, address: email };
}

/** The customer made of what they typed; the same one again when they come back with the same address. */
async function claimed(tx: Tx, visitor: Visitor): Promise<string | null> {
  const { workspaceId, email, locale } = visitor;
  const id = visitor.customerId;
  const before = id ? await survivingCustomer(tx, { workspaceId, id }) : null;
  if (!email) return before;
  const owner = await customerAt(tx, workspaceId, email);
  if (before && owner === before) return before;
  const name = visitor.name ?? "";
  if (!owner) {
    const writer = { name, address: email, shopifyCustomerId: null };
    return (await identifyCustomer(tx, visitor, writer, locale)).customerId;
  }
  if (before && (await hasAddress(tx, workspaceId, before, email))) return before;
  const made = newId();
  const called = tidyName(name, email.split("@")[0] ?? email);
  await tx.customer.create({ data: { workspaceId, id: made, name: called, email, locale } });
  return made;
}

const hasAddress = async (tx: Tx, workspaceId: string, id: string, email: string): Promise<boolean> =>
  (await tx.customer.count({ where: { workspaceId, id, email } })) > 0;

/**
 * A chat went on by e-mail, and this mail comes from the address its visitor gave. What proves a mail proves it here:
 * the address is theirs then, unless it is another customer's; that one took part, and is told apart. Null for any other
 * sender.
 */
export async function whoAnswersChat(
  tx: Tx,
  { workspaceId, sender: { address } }: IncomingMessage,
  thread: { id: string; customerId: string; proven: boolean },
): Promise<{
  customerId: string | null;
  judged: Judged;
  accountAddress: null;
  letInProven?: boolean;
} | null> {
  const { id, customerId, proven } = thread;
  if (!address || !(await isVisitorsAddress(tx, { workspaceId, id, customerId }, address))) return null;
  if (!proven) return { customerId, judged: "address", accountAddress: null };
  const owner = await customerAt(tx, workspaceId, address);
  if (owner) return { customerId: null, judged: "let-in", accountAddress: null, letInProven: true };
  await takeAddress(tx, { workspaceId, value: address, customerId });
  await proveAddress(tx, { workspaceId, value: address, customerId }, "reply");
  return { customerId, judged: "signed-reply", accountAddress: null };
}

/** Of the chat the ticket came of, or of one merged into it whose visitor is taken for the same customer. */
async function isVisitorsAddress(
  tx: Tx,
  { workspaceId, id: ticketId, customerId }: { workspaceId: string; id: string; customerId: string },
  email: string,
): Promise<boolean> {
  const chats = await tx.chat.findMany({
    where: {
      workspaceId,
      visitor: { workspaceId, email },
      OR: [{ ticketId }, { ticket: { workspaceId, mergedIntoId: ticketId } }],
    },
    select: { ticketId: true, visitor: { select: { customerId: true } } },
    take: MOST_CHATS,
  });
  for (const { ticketId: own, visitor } of chats) {
    if (own === ticketId) return true;
    const id = visitor.customerId;
    if (id && (await survivingCustomer(tx, { workspaceId, id })) === customerId) return true;
  }
  return false;
}

/** More than one person begins and an agent merges. */
const MOST_CHATS = 50;
