// A store's mailbox as a test sees it: mail comes in, tickets are there.
import { db } from "../app/db.server.ts";
import { newId } from "../app/lib/id.ts";
import { acceptInbound } from "../app/channels/email/accept.server.ts";
import { takeInMail } from "../app/channels/email/take-in.server.ts";
import { makeStore, makeWorkspace } from "./factories.ts";
import { asBody, postmarkMail, type WrittenMail } from "./mail-factory.ts";

export async function mailbox() {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  return { workspace, store, token: store.inboundToken };
}

/** `over`: fields of the payload that are not as they should be. */
export async function receive(mail: WrittenMail, over: Record<string, unknown> = {}) {
  const payload = { ...postmarkMail(mail), ...over };
  await acceptInbound(asBody(payload));
  return takeIn(payload.MessageID);
}

export async function takeIn(providerId: string) {
  const received = await db.received.findFirstOrThrow({ where: { source: "postmark", providerId } });
  await takeInMail({ receivedId: received.id });
  return db.received.findUniqueOrThrow({ where: { id: received.id } });
}

export const ticketsOf = (workspace: { id: string }) =>
  db.ticket.findMany({
    where: { workspaceId: workspace.id },
    include: { messages: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] }, customer: true },
    orderBy: { number: "asc" },
  });

export const someone = () => `ebba.${newId().slice(-6)}@example.com`;
