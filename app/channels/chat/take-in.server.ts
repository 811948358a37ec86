// A stored message of a visitor becomes one of their conversation: at once when it is sent, or by a job when that did
// not work.
import { z } from "zod";
import { db } from "../../db.server.ts";
import { oneLine } from "../../mail/text.ts";
import { NO_THREAD, PLAIN, type IncomingMessage } from "../channel.ts";
import { takeIn } from "../intake.server.ts";
import { giveUp } from "../unreadable.server.ts";
import type { KnownVisitor } from "./visitor.server.ts";
import { visitorWord } from "./visitor-word.ts";

const schema = z.object({
  visitorId: z.uuid(),
  id: z.uuid(),
  text: z.string(),
  /** upload tokens, and what the files are called */
  files: z.array(z.string()),
  fileNames: z.array(z.string()),
  offline: z.boolean(),
  page: z.string().nullable(),
  spam: z.enum(["robot", "filter"]).nullable(),
});

/** The body of a raw row of source "chat". */
export type StoredSaid = z.infer<typeof schema>;

/** The visitor's own id of a message says which one it is. */
export const externalIdOf = ({ visitorId, id }: { visitorId: string; id: string }): string =>
  `${visitorId}:${id}`;

/** The job: takes a stored message in unless that has happened. Throws when it should be tried again. */
export async function takeInSaid({ receivedId }: { receivedId: string }): Promise<void> {
  const received = await db.received.findUnique({ where: { id: receivedId } });
  if (received?.state !== "received") return;
  const stored = readStored(received.body);
  const { workspaceId, storeId } = received;
  const visitor =
    stored && workspaceId
      ? await db.visitor.findUnique({
          where: { workspaceId_id: { workspaceId, id: stored.visitorId } },
          include: { store: { select: { locale: true } } },
        })
      : null;
  if (!stored || !visitor || !workspaceId || !storeId)
    return giveUp(receivedId, stored ? "unknown-address" : "incomplete", workspaceId);
  const from = { workspaceId, storeId, receivedId };
  await takeInFresh(from, stored, { ...visitor, storeLocale: visitor.store.locale });
}

/** Takes in what has just been stored. */
export const takeInFresh = async (from: From, stored: StoredSaid, visitor: Sayer): Promise<void> =>
  void (await takeIn(incoming(from, stored, visitor)));

interface From {
  workspaceId: string;
  storeId: string;
  receivedId: string;
}

/** Null when it is not what acceptSaid wrote. */
export function readStored(body: Uint8Array): StoredSaid | null {
  try {
    return schema.parse(JSON.parse(Buffer.from(body).toString("utf8")));
  } catch {
    return null;
  }
}

type Sayer = Pick<KnownVisitor, "name" | "email" | "shopifyId" | "locale" | "storeLocale">;

const incoming = (
  from: From,
  stored: StoredSaid,
  { name, email, shopifyId, locale, storeLocale }: Sayer,
): IncomingMessage => ({
  ...PLAIN,
  ...from,
  channel: "chat",
  externalId: externalIdOf(stored),
  sender: {
    name: name ?? visitorWord(storeLocale),
    address: email,
    sentBy: null,
    shopifyCustomerId: shopifyId,
  },
  subject: subjectOf(stored),
  text: stored.text,
  page: stored.page,
  topic: null,
  orderName: null,
  locale,
  saidAt: null,
  thread: NO_THREAD,
  authenticated: false,
  spam: stored.spam,
  uploads: stored.files,
  visit: { visitorId: stored.visitorId, offline: stored.offline },
});

const MOST_SUBJECT = 80;

/** How a conversation begins is what it is called. */
function subjectOf({ text, fileNames }: StoredSaid): string {
  const letters = Array.from(oneLine(text || fileNames.join(", ")));
  return letters.length <= MOST_SUBJECT
    ? letters.join("")
    : `${letters.slice(0, MOST_SUBJECT - 1).join("")}…`;
}
