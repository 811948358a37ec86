// Who or what wrote a mail: a person, somebody a form sends for, or a machine.
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { isId } from "../../lib/id.ts";
import type { IncomingMessage } from "../channel.ts";
import { reportIn } from "./bounce.ts";
import { machineOf } from "./machine.ts";
import type { InboundMail } from "./postmark-inbound.ts";
import { isFormSender, senderOf } from "./real-sender.ts";

export type Author = Pick<IncomingMessage, "sender" | "machine" | "report" | "authenticated">;

/** What the intake must know of a mail's author, in the workspace it came to. */
export async function authorOf(mail: InboundMail, { workspaceId }: { workspaceId: string }): Promise<Author> {
  const own = await ownAddresses(workspaceId);
  const ours = [env.MAIL_FROM.toLowerCase()];
  const inboundDomain = env.POSTMARK_INBOUND_ADDRESS.split("@")[1] ?? "";
  const machine = (await isCopy(workspaceId, mail.messageId))
    ? "own"
    : machineOf(mail.evidence, { senders: ours, inboundDomain, addresses: own });
  const sender = senderOf(mail, { own, ours });
  // A form's mail is generated, but what it says a person wrote.
  const typed = machine === "auto-reply" && sender.sentBy !== null && isFormSender(sender.sentBy);
  if (machine && !typed) {
    const { authenticated } = mail;
    const isReport = machine === "bounce" || machine === "delay" || machine === "receipt";
    return {
      sender: { ...mail.from, sentBy: null, shopifyCustomerId: null },
      machine,
      report: isReport ? reportIn(mail.evidence) : null,
      authenticated,
    };
  }
  // What was proven is who sent it, not whom it names.
  return { sender, machine: null, report: null, authenticated: mail.authenticated && sender.sentBy === null };
}

/** A mail we sent that comes back, because the merchant's address was among its recipients. */
async function isCopy(workspaceId: string, messageId: string | null): Promise<boolean> {
  const id = messageId?.split("@", 1)[0];
  if (!isId(id)) return false;
  const mail = await db.outgoingMail.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { internetId: true },
  });
  return mail?.internetId === messageId;
}

/** The merchant's addresses that mail has come through. */
async function ownAddresses(workspaceId: string): Promise<string[]> {
  const rows = await db.inboundAddress.findMany({
    where: { workspaceId, address: { not: null } },
    select: { address: true },
    take: 200,
  });
  return rows.flatMap(({ address }) => (address ? [address.toLowerCase()] : []));
}
