// A stored mail becomes a message, or a visible item saying why it could not.
import { ZodError } from "zod";
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { PLAIN, type IncomingMessage } from "../channel.ts";
import { takeIn } from "../intake.server.ts";
import { giveUp } from "../unreadable.server.ts";
import { removeFilesOf } from "../../files/remove.server.ts";
import type { StoredFile } from "../../files/file.ts";
import { withWaitingBody } from "../received.server.ts";
import { takeInAgentAnswer, type AgentAddress } from "./agent-answer.server.ts";
import { readAttachments, type Attachments } from "./attachments.ts";
import { storeAttachments } from "./attachments.server.ts";
import { authorOf } from "./author.server.ts";
import { orderNameIn } from "./order-name.ts";
import { whoseMail } from "./whose-mail.server.ts";
import { readInboundMail, type InboundMail } from "./postmark-inbound.ts";
import { passDoor, type Door } from "./support-address.server.ts";

/** Reads one raw mail. What no retry can mend is put aside for a person; the rest throws and is tried again. */
export const takeInMail = ({ receivedId }: { receivedId: string }): Promise<void> =>
  withWaitingBody(receivedId, (body) => takeInBody(receivedId, body));

async function takeInBody(receivedId: string, body: Buffer): Promise<void> {
  // Before anything can fail: a mail without a workspace is one nobody ever sees.
  const whose = await whoseMail(body);
  if (whose)
    await db.received.updateMany({
      where: { id: receivedId, workspaceId: null },
      data: { workspaceId: whose },
    });
  const read = parse(body);
  if (typeof read === "string") return giveUp(receivedId, read, whose);
  const { mail, attachments } = read;
  const place = await placeOf(mail);
  if (!place) return giveUp(receivedId, "unknown-address", whose);
  await db.received.update({
    where: { id: receivedId },
    data: { workspaceId: place.workspaceId, storeId: place.storeId },
    select: { id: true },
  });
  const through = await passDoor(place, receivedId, mail);
  if (through === "settled") return;
  const files = await storeAttachments(receivedId, attachments);
  const message = { ...(await incoming(receivedId, mail, place)), files, supportAddress: through };
  const settled = place.agentAnswer !== null && (await takeInAgentAnswer(message, mail, place.agentAnswer));
  if (settled || (await takeIn(message)).duplicate) await dropUnused(place.workspaceId, files);
}

/** Bytes that were stored and belong to no message in the end: of a repetition, of a signature nobody needs. */
const dropUnused = (workspaceId: string, files: StoredFile[]): Promise<void> =>
  db.$transaction(async (tx) => {
    const keys = files.map(({ key }) => key);
    const rows = await tx.file.findMany({ where: { workspaceId, key: { in: keys } }, select: { key: true } });
    const kept = new Set(rows.map(({ key }) => key));
    await removeFilesOf(
      tx,
      keys.filter((key) => !kept.has(key)),
    );
  });

function parse(body: Buffer): { mail: InboundMail; attachments: Attachments } | "not-json" | "incomplete" {
  try {
    const payload: unknown = JSON.parse(body.toString("utf8"));
    const mail = readInboundMail(payload, env.POSTMARK_INBOUND_ADDRESS);
    return { mail, attachments: readAttachments(payload) };
  } catch (error) {
    if (error instanceof SyntaxError) return "not-json";
    if (error instanceof ZodError) return "incomplete";
    throw error;
  }
}

interface Place extends Door {
  storeId: string;
  replyToken: string | null;
  /** set when the address is one agent's for answering notifications of one ticket */
  agentAnswer: AgentAddress | null;
}

/** Whose mail is it? A ticket's reply token, a store's own, or a merchant's address that forwards to us. */
async function placeOf(mail: InboundMail): Promise<Place | null> {
  for (const to of mail.destinations) {
    const place = ("token" in to ? await ticketOf(to.token) : null) ?? (await storeOf(to));
    if (place) return place;
  }
  return null;
}

/** The place of a reply address: its ticket if that is still there, else only its store. */
async function ticketOf(token: string): Promise<Place | null> {
  const row = await db.replyToken.findUnique({ where: { token } });
  if (!row) return null;
  const { workspaceId, storeId, ticketId, agentId } = row;
  const agentAnswer = agentId && ticketId ? { agentId, ticketId } : null;
  return {
    workspaceId,
    storeId,
    replyToken: token,
    supportAddressId: null,
    throughToken: false,
    agentAnswer,
  };
}

async function storeOf(where: { token: string } | { address: string }): Promise<Place | null> {
  const row = await db.inboundAddress.findUnique({ where });
  if (!row) return null;
  const { workspaceId, storeId, supportAddressId } = row;
  const throughToken = "token" in where;
  return { workspaceId, storeId, replyToken: null, supportAddressId, throughToken, agentAnswer: null };
}

const incoming = async (receivedId: string, mail: InboundMail, place: Place): Promise<IncomingMessage> => {
  const author = await authorOf(mail, place);
  return {
    ...PLAIN,
    ...author,
    workspaceId: place.workspaceId,
    storeId: place.storeId,
    channel: "email",
    receivedId,
    externalId: mail.providerId,
    subject: mail.subject,
    text: mail.text,
    trimmed: mail.trimmed,
    html: mail.html,
    recipients: mail.recipients,
    topic: null,
    orderName: author.machine ? null : orderNameIn(mail.subject, mail.text),
    locale: null,
    saidAt: mail.saidAt,
    thread: { messageId: mail.messageId, answers: mail.answers, replyToken: place.replyToken },
    spam: mail.spam ? "filter" : null,
  };
};
