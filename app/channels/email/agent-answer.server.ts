// A mail to the address of an agent's notifications. It goes to the customer only if it is proven to be that
// agent's and nobody has written meanwhile; anything else is kept on the ticket for somebody to look at.
import { db, holdLock, type Tx } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import type { StoredFile } from "../../files/file.ts";
import { holdAnswer } from "../../tickets/hold-answer.server.ts";
import type { HeldReason } from "../../tickets/held-answer.ts";
import { mayBeSent, MOST_ENCODED_BYTES, weigh } from "../../mail/size.ts";
import { textToHtml } from "../../mail/text.ts";
import { answerableOf } from "../../tickets/answer.server.ts";
import { AT_ONCE, replyIn } from "../../tickets/reply.server.ts";
import { lockSurvivors, survivorOf } from "../../tickets/survivor.server.ts";
import type { TicketRef } from "../../tickets/ticket.ts";
import type { IncomingMessage } from "../channel.ts";
import { whatTheyWrote, whyHeld } from "./agent-answer.ts";
import { isAuthenticated, type Header } from "./authentication.ts";
import { heardSince } from "./heard-since.server.ts";

/** Whose notifications of which ticket an address belongs to. */
export interface AgentAddress {
  agentId: string;
  ticketId: string;
}

interface Mail {
  from: { name: string; address: string | null };
  headers: Header[];
}

/** Takes it in, once per provider id. False when its ticket is gone: then it is a mail like any other. */
export const takeInAgentAnswer = (
  incoming: IncomingMessage,
  mail: Mail,
  to: AgentAddress,
): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const { workspaceId } = incoming;
    await lockSurvivors(tx, workspaceId, [to.ticketId]);
    const ticket = await survivorOf(tx, { workspaceId, id: to.ticketId });
    if (!ticket) return false;
    // A machine answers for nobody: an out-of-office must not reach the customer, and no one need read it.
    if (incoming.machine) await finish(tx, incoming, "suppressed", "machine");
    else if (await isNew(tx, incoming)) await sendOrHold(tx, incoming, mail, { ticket, agentId: to.agentId });
    else await finish(tx, incoming, "done", null);
    return true;
  });

async function sendOrHold(
  tx: Tx,
  incoming: IncomingMessage,
  mail: Mail,
  { ticket, agentId }: { ticket: TicketRef; agentId: string },
): Promise<void> {
  // Whoever writes in the ticket at this moment waits, or has been seen by heardSince.
  await lock(tx, ticket);
  const text = whatTheyWrote(incoming);
  const files = incoming.files.filter((file) => !isLogo(file));
  const agentEmail = await emailOf(tx, ticket.workspaceId, agentId);
  const reason =
    whyHeld({
      from: mail.from.address,
      agentEmail,
      authenticated: isAuthenticated(mail.headers, mail.from.address),
      text,
      files: files.length,
      ...(await heardSince(tx, ticket, { id: agentId, email: agentEmail }, incoming.thread.answers)),
    }) ?? (await send(tx, incoming, { ticket, agentId, text, files }));
  if (reason) await hold(tx, incoming, mail, { ticket, agentId, text, reason });
  await finish(tx, incoming, "done", reason);
}

async function emailOf(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const agent = await tx.agent.findFirst({
    where: { workspaceId, id, retiredAt: null, role: { not: null } },
    select: { email: true },
  });
  return agent?.email ?? null;
}

/** An ordinary reply by that agent. Returns why it could not be one. */
async function send(
  tx: Tx,
  incoming: IncomingMessage,
  answer: { ticket: TicketRef; agentId: string; text: string; files: StoredFile[] },
): Promise<HeldReason | null> {
  const { ticket, agentId, text, files } = answer;
  const { workspaceId } = ticket;
  const { newest, recipients } = await answerableOf(tx, ticket, { id: agentId });
  if (!recipients.to.length) return "no-address";
  // Before anything is written: refused later, the whole mail would be tried again for nothing.
  if (!mayLeave(text, files)) return "files";
  await tx.file.createMany({ data: files.map((file) => ({ ...file, workspaceId, uploadedById: agentId })) });
  const reply = {
    by: { id: agentId },
    html: textToHtml(text),
    recipients,
    fileIds: files.map(({ id }) => id),
    requestKey: keyOf(incoming),
    seen: newest,
    receivedId: incoming.receivedId,
  };
  await replyIn(tx, ticket, reply, AT_ONCE);
  return null;
}

/** The small pictures of a signature; any other picture in the text was put there to be seen. */
const isLogo = ({ inline, width, height, size }: StoredFile): boolean =>
  inline && (width ?? 0) <= 240 && (height ?? 0) <= 100 && size <= 20_000;

const mayLeave = (text: string, files: StoredFile[]): boolean =>
  files.every(({ name, missing }) => !missing && mayBeSent(name)) &&
  weigh({ html: textToHtml(text), files }) <= MOST_ENCODED_BYTES;

const hold = (
  tx: Tx,
  incoming: IncomingMessage,
  mail: Mail,
  answer: { ticket: TicketRef; agentId: string; text: string; reason: HeldReason },
): Promise<void> =>
  holdAnswer(tx, answer.ticket, {
    agentId: answer.agentId,
    reason: answer.reason,
    externalId: incoming.externalId,
    receivedId: incoming.receivedId,
    from: mail.from,
    subject: incoming.subject,
    text: answer.text || incoming.text,
    files: incoming.files,
    saidAt: incoming.saidAt,
  });

/** Neither sent nor held before: the job may run again after a crash, and Postmark deliver again. */
async function isNew(tx: Tx, incoming: IncomingMessage): Promise<boolean> {
  const { workspaceId, externalId } = incoming;
  await holdLock(tx, `agent-answer:${workspaceId}:${externalId}`);
  const earlier = await tx.message.count({
    where: { workspaceId, OR: [{ requestKey: keyOf(incoming) }, { channel: "email", externalId }] },
  });
  return earlier === 0;
}

const keyOf = ({ externalId }: IncomingMessage): string => `mail:${externalId}`;

const lock = (tx: Tx, { workspaceId, id }: TicketRef) =>
  tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;

const finish = (tx: Tx, incoming: IncomingMessage, state: "done" | "suppressed", reason: string | null) =>
  tx.received.update({
    where: { id: incoming.receivedId },
    data: { state, reason, handledAt: now() },
    select: { id: true },
  });
