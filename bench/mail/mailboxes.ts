// The real intake on a database of its own: every mail comes as Postmark's JSON and ends as a message of a ticket.
import { randomBytes, randomUUID } from "node:crypto";
import { inboundFromRaw } from "../../sandbox/mail/inbound.ts";
import { bindApp } from "./app.ts";

/** What the app made of a mail. */
export interface Outcome {
  ticketId: string;
  machine: string | null;
  /** open, and it is our turn */
  inInbox: boolean;
}

export interface Mailbox {
  ticketPrefix: string;
  /** Hands a raw mail in and runs what follows from it. */
  receive(raw: Uint8Array): Promise<Outcome>;
  numberOf(ticketId: string): Promise<number>;
  /** which ticket each mail received so far is in now, in order of arrival */
  tickets(): Promise<string[]>;
  acknowledgements(): Promise<number>;
}

let opened: ReturnType<typeof open> | undefined;

/** A mailbox nobody has written to yet, in a workspace of its own. */
export const openMailbox = async (): Promise<Mailbox> => (await (opened ??= open())).mailbox();

/** What we send from: mail from there is our own. */
export const ourAddress = async (): Promise<string> => (await (opened ??= open())).from;

async function open() {
  await bindApp();
  const { db } = await import("../../app/db.server.ts");
  const { env } = await import("../../app/env.server.ts");
  const { acceptInbound } = await import("../../app/channels/email/accept.server.ts");
  const { takeInMail } = await import("../../app/channels/email/take-in.server.ts");
  const { onTicketEvent } = await import("../../app/jobs/on-ticket-event.server.ts");

  async function makeWorkspace() {
    const [workspaceId, storeId] = [randomUUID(), randomUUID()];
    const token = randomBytes(10).toString("hex");
    const ticketPrefix = "BC-";
    await db.workspace.create({ data: { id: workspaceId, name: "Butik", ticketPrefix } });
    await db.store.create({
      data: { workspaceId, id: storeId, name: "Butik", shopDomain: `${token}.myshopify.com` },
    });
    await db.brand.create({
      data: { workspaceId, id: randomUUID(), storeId, name: "Butik", senderName: "Butik" },
    });
    await db.inboundAddress.create({ data: { token, workspaceId, storeId } });
    return { workspaceId, recipient: env.POSTMARK_INBOUND_ADDRESS.replace("@", `+${token}@`), ticketPrefix };
  }

  async function receive(workspaceId: string, recipient: string, raw: Uint8Array) {
    const payload = await inboundFromRaw(raw, { recipient });
    await acceptInbound(Buffer.from(JSON.stringify(payload)));
    const { id: receivedId } = await db.received.findFirstOrThrow({
      where: { providerId: payload.MessageID },
      select: { id: true },
    });
    await takeInMail({ receivedId });
    const message = await db.message.findFirst({
      where: { workspaceId, externalId: payload.MessageID },
      select: { ticketId: true, machine: true, ticket: { select: { status: true, waitingOn: true } } },
    });
    if (!message) throw new Error(`no message was made of ${payload.Subject}`);
    const events = await db.event.findMany({
      where: { workspaceId, ticketId: message.ticketId },
      select: { id: true },
    });
    for (const { id: eventId } of events) await onTicketEvent({ workspaceId, eventId });
    const { ticketId, machine, ticket } = message;
    return { ticketId, machine, inInbox: ticket.status === "open" && ticket.waitingOn === "us" };
  }

  return {
    from: env.MAIL_FROM,
    async mailbox(): Promise<Mailbox> {
      const { workspaceId, recipient, ticketPrefix } = await makeWorkspace();
      return {
        ticketPrefix,
        receive: (raw) => receive(workspaceId, recipient, raw),
        numberOf: async (id) =>
          (await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } })).number,
        tickets: async () =>
          (
            await db.message.findMany({
              where: { workspaceId, kind: "inbound" },
              orderBy: [{ createdAt: "asc" }, { id: "asc" }],
              select: { ticketId: true },
            })
          ).map(({ ticketId }) => ticketId),
        acknowledgements: () => db.outgoingMail.count({ where: { workspaceId, kind: "acknowledgement" } }),
      };
    },
  };
}
