// A stored mail becomes a message, or a visible item saying why it could not.
import { ZodError } from "zod";
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { PLAIN, type IncomingMessage } from "../channel.ts";
import { takeIn } from "../intake.server.ts";
import { giveUp } from "../unreadable.server.ts";
import { waitingBody } from "../received.server.ts";
import { takeInAgentAnswer, type AgentAddress } from "./agent-answer.server.ts";
import { readInboundMail, type InboundMail } from "./postmark-inbound.ts";

/** Reads one raw mail. What no retry can mend is put aside for a person; the rest throws and is tried again. */
export async function takeInMail({ receivedId }: { receivedId: string }): Promise<void> {
  const body = await waitingBody(receivedId);
  if (!body) return;
  const mail = parse(body);
  if (typeof mail === "string") return giveUp(receivedId, mail, null);
  const place = await placeOf(mail);
  if (!place) return giveUp(receivedId, "unknown-address", null);
  await db.received.update({
    where: { id: receivedId },
    data: { workspaceId: place.workspaceId, storeId: place.storeId },
    select: { id: true },
  });
  const message = incoming(receivedId, mail, place);
  if (place.agentAnswer && (await takeInAgentAnswer(message, mail, place.agentAnswer))) return;
  await takeIn(message);
}

function parse(body: Uint8Array): InboundMail | "not-json" | "incomplete" {
  try {
    return readInboundMail(JSON.parse(Buffer.from(body).toString("utf8")), env.POSTMARK_INBOUND_ADDRESS);
  } catch (error) {
    if (error instanceof SyntaxError) return "not-json";
    if (error instanceof ZodError) return "incomplete";
    throw error;
  }
}

interface Place {
  workspaceId: string;
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
  return { workspaceId, storeId, replyToken: token, agentAnswer };
}

async function storeOf(where: { token: string } | { address: string }): Promise<Place | null> {
  const row = await db.inboundAddress.findUnique({ where });
  return row && { workspaceId: row.workspaceId, storeId: row.storeId, replyToken: null, agentAnswer: null };
}

const incoming = (receivedId: string, mail: InboundMail, place: Place): IncomingMessage => ({
  ...PLAIN,
  workspaceId: place.workspaceId,
  storeId: place.storeId,
  channel: "email",
  receivedId,
  externalId: mail.providerId,
  sender: { ...mail.from, sentBy: null, shopifyCustomerId: null },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  topic: null,
  orderName: null,
  locale: null,
  saidAt: mail.saidAt,
  thread: { messageId: mail.messageId, answers: mail.answers, replyToken: place.replyToken },
  machine: mail.automatic ? "auto-reply" : null,
  authenticated: mail.authenticated,
  spam: false,
});
