// What a visitor's browser can ask, by either door. A verb's body is read with distrust, its token says whose it is.
import type { z } from "zod";
import { AppError } from "../../errors.ts";
import { acceptSaid } from "./accept.server.ts";
import { endByVisitor, rateChat } from "./conclude.server.ts";
import { readCursor } from "./cursor.ts";
import { demandRoom } from "./limits.server.ts";
import { readHeard } from "./news.server.ts";
import type { Asking, Place } from "./place.ts";
import type { Done, News } from "./protocol.ts";
import { noteRead, noteReceived, noteVisitorTyping } from "./receipts.server.ts";
import { said } from "./said.ts";
import { mailTranscript } from "./transcript.server.ts";
import { visitorOf, type KnownVisitor } from "./visitor.server.ts";
import { noteMoved, notePageClosed, noteSeen } from "./whereabouts.server.ts";

const DONE: Done = { ok: true };

type Answer = (visitor: KnownVisitor, body: unknown, asking: Asking) => Promise<object>;

/** Those that need nothing but a token. */
const VERBS: Record<string, Answer> = {
  send: async (visitor, body, asking) => {
    const [answer] = await Promise.all([
      acceptSaid(visitor, read("send", body), asking),
      ...(visitor.goneAt ? [noteSeen([visitor])] : []),
    ]);
    return answer;
  },
  since: async (visitor, body, asking) => {
    demandRoom("ask", visitor.id);
    return newsFor(visitor, read("since", body), asking);
  },
  typing: async (visitor, body) => {
    const { on } = read("typing", body);
    demandRoom("tell", visitor.id);
    await noteVisitorTyping(visitor, on);
    return DONE;
  },
  read: async (visitor, body) => {
    const { upTo } = read("read", body);
    demandRoom("tell", visitor.id);
    await noteRead(visitor, upTo);
    return DONE;
  },
  end: async (visitor, body) => {
    read("end", body);
    await endByVisitor(visitor);
    return DONE;
  },
  rate: async (visitor, body) => {
    await rateChat(visitor, read("rate", body));
    return DONE;
  },
  transcript: async (visitor, body) => {
    await mailTranscript(visitor, read("transcript", body));
    return DONE;
  },
  page: async (visitor, body) => {
    const moved = read("page", body);
    demandRoom("tell", visitor.id);
    await noteMoved(visitor, moved);
    return DONE;
  },
  leave: async (visitor, body) => {
    read("leave", body);
    await notePageClosed(visitor);
    return DONE;
  },
};

/** Answers a verb. Throws not-found for what is none, and for every token that opens nothing here, all alike. */
export async function answerVerb(
  verb: string,
  body: unknown,
  asking: Asking,
  place?: Place,
): Promise<object> {
  const answer = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!answer) throw new AppError("not-found");
  return answer(await demandVisitor(body, asking, place), body, asking);
}

/** Who holds the token in this body. Throws not-found, too-many for somebody who tries many. */
export async function demandVisitor(body: unknown, asking: Asking, place?: Place): Promise<KnownVisitor> {
  const token = (body as { token?: unknown } | null)?.token;
  const visitor = typeof token === "string" ? await visitorOf(token, place) : null;
  if (visitor) return visitor;
  demandRoom("guess", asking.address);
  throw new AppError("not-found");
}

/** What is new since the cursor. Whoever asks has received it, and is there. */
async function newsFor(visitor: KnownVisitor, { cursor }: { cursor: string }, asking: Asking): Promise<News> {
  const [heard, availability] = await Promise.all([
    readHeard(visitor, readCursor(cursor)),
    asking.availability(visitor),
    noteSeen([visitor]),
  ]);
  const { messages, chat, typing } = heard;
  if (chat && heard.undelivered !== null)
    await noteReceived(visitor, { chatId: chat.id, upTo: heard.undelivered });
  return { messages, chat, cursor: heard.cursor, typing, availability };
}

/** Throws invalid (detail.fields), too-large for a text beyond the limit. */
export function read<V extends keyof typeof said>(verb: V, body: unknown): z.infer<(typeof said)[V]> {
  const parsed = said[verb].safeParse(body);
  if (parsed.success) return parsed.data as z.infer<(typeof said)[V]>;
  if (parsed.error.issues.some(({ message }) => message === "too-large")) throw new AppError("too-large");
  throw new AppError("invalid", { fields: parsed.error.issues.map(({ path }) => path.join(".")) });
}
