// A visitor says something: kept raw, then taken in at once, so that they see that it has arrived. What is not answered
// is sent again by their browser, under the same id, and is the same message.
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { findShopperUploads } from "../../files/shopper-uploads.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { readSetting } from "../../settings/read.server.ts";
import { writeCursor } from "./cursor.ts";
import { looksLikeJunk } from "./junk.ts";
import { demandRoom, demandWork } from "./limits.server.ts";
import { readHeardIn } from "./news.server.ts";
import type { Asking } from "./place.ts";
import type { Sent } from "./protocol.ts";
import type { SaidMessage } from "./said.ts";
import { externalIdOf, takeInFresh, type StoredSaid } from "./take-in.server.ts";
import type { KnownVisitor, Visitor } from "./visitor.server.ts";

/**
 * Takes a message in, once, however often and in parallel it comes. Throws invalid (detail.fields) when something has to
 * be asked first: outside hours the address for the answer. Throws too-many, proof-needed.
 */
export async function acceptSaid(visitor: KnownVisitor, message: SaidMessage, asking: Asking): Promise<Sent> {
  const { workspaceId } = visitor;
  const known = { visitorId: visitor.id, id: message.id };
  const earlier = await findSaid(workspaceId, externalIdOf(known));
  if (earlier) return answerOf(visitor, earlier);
  demandRoom("say", visitor.id);
  demandRoom("sayFromAddress", asking.address);
  const begins = await demandWhatIsAsked(visitor, message, asking);
  const introduced = await introduce(visitor, message);
  const { receivedId, stored } = await keep(visitor, message, begins);
  await takeInFresh({ receivedId, workspaceId, storeId: visitor.storeId }, stored, introduced);
  const said = await findSaid(workspaceId, externalIdOf(known));
  if (!said) throw new AppError("unavailable");
  return answerOf(visitor, said);
}

interface Begins {
  /** nothing is going on yet */
  anew: boolean;
  /** nobody is there to answer it now */
  offline: boolean;
}

async function demandWhatIsAsked(visitor: Visitor, message: SaidMessage, asking: Asking): Promise<Begins> {
  const { workspaceId, storeId, id: visitorId } = visitor;
  const going = await db.chat.findFirst({
    where: { workspaceId, visitorId, state: { not: "ended" } },
    select: { offline: true },
  });
  if (going && !going.offline) return { anew: false, offline: false };
  const offline = (await asking.availability(visitor)).state === "closed";
  if (going) return { anew: false, offline };
  const { on, askName, askEmail } = await readSetting(db, visitor, "chat");
  if (!on) throw new AppError("unavailable");
  const { name, email } = await detailsOf(visitor, message);
  const fields = [
    ...(askName === "required" && !name ? ["name"] : []),
    ...((offline || askEmail === "required") && !email ? ["email"] : []),
  ];
  if (fields.length) throw new AppError("invalid", { fields });
  demandRoom("begin", visitorId);
  demandRoom("beginFromAddress", asking.address);
  demandWork("begin", storeId, { subject: message.id, proof: message.proof });
  return { anew: true, offline };
}

/** What is known of them once they have said this. */
async function detailsOf(
  { workspaceId, storeId, shopifyId, name, email }: Visitor,
  typed: SaidMessage,
): Promise<{ name: string | null; email: string | null }> {
  const said = { name: typed.name || name, email: typed.email ?? email };
  if ((said.name && said.email) || !shopifyId) return said;
  const link = await db.shopifyCustomer.findUnique({
    where: { workspaceId_storeId_shopifyId: { workspaceId, storeId, shopifyId }, proof: { not: "order" } },
    select: { customer: { select: { name: true, email: true } } },
  });
  return {
    name: said.name ?? link?.customer.name ?? null,
    email: said.email ?? link?.customer.email ?? null,
  };
}

async function introduce(visitor: KnownVisitor, { name, email }: SaidMessage): Promise<KnownVisitor> {
  const data = { ...(name ? { name } : {}), ...(email ? { email } : {}) };
  if (!Object.keys(data).length) return visitor;
  const { workspaceId, id } = visitor;
  await db.visitor.updateMany({ where: { workspaceId, id }, data });
  return { ...visitor, ...data };
}

/** The raw row, the same one for the same id. */
async function keep(
  visitor: KnownVisitor,
  message: SaidMessage,
  { anew, offline }: Begins,
): Promise<{ receivedId: string; stored: StoredSaid }> {
  const { workspaceId, storeId, id: visitorId } = visitor;
  const uploads = await findShopperUploads(db, visitor, message.files);
  const stored: StoredSaid = {
    visitorId,
    id: message.id,
    text: message.text,
    files: message.files,
    fileNames: uploads.map(({ name }) => name),
    offline,
    page: (visitor.page as { url?: string } | null)?.url ?? null,
    spam: anew && looksLikeJunk(message.text) ? "filter" : null,
  };
  // Files that were swept meanwhile: nothing is left to say.
  if (!stored.text && !uploads.length) throw new AppError("invalid", { fields: ["files"] });
  const body = new Uint8Array(Buffer.from(JSON.stringify(stored)));
  const [kept] = await db.$queryRaw<{ id: string }[]>`
    -- Nobody is told that it has arrived before it is taken in: that commit brings this one to the disk.
    WITH soon AS (SELECT set_config('synchronous_commit', 'off', true))
    INSERT INTO "Received" (id, source, server, "providerId", "workspaceId", "storeId", body, "receivedAt")
    SELECT ${newId()}::uuid, 'chat', ${storeId}, ${externalIdOf(stored)}, ${workspaceId}::uuid, ${storeId}::uuid, ${body},
      ${now()} FROM soon
    -- Written anew as it is: only so does the row say its id.
    ON CONFLICT (source, server, "providerId") DO UPDATE SET source = excluded.source RETURNING id`;
  if (!kept) throw new AppError("unavailable");
  return { receivedId: kept.id, stored };
}

interface Said {
  id: string;
  chatId: string;
  chatSeq: number;
}

async function findSaid(workspaceId: string, externalId: string): Promise<Said | null> {
  const row = await db.message.findUnique({
    where: { workspaceId_channel_externalId: { workspaceId, channel: "chat", externalId } },
    select: { id: true, chatId: true, chatSeq: true },
  });
  return row?.chatId && row.chatSeq !== null
    ? { id: row.id, chatId: row.chatId, chatSeq: row.chatSeq }
    : null;
}

async function answerOf(visitor: Visitor, { id, chatId, chatSeq }: Said): Promise<Sent> {
  const { chat, messages } = await readHeardIn(visitor, { chatId, revision: chatSeq - 1 });
  const message = messages.find((one) => one.id === id);
  // Erased a moment ago.
  if (!chat || !message) throw new AppError("not-found");
  return { message, chat, cursor: writeCursor({ chatId, revision: 0 }) };
}
