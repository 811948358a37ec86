// The conversation: says hello, sends, hears, and keeps several tabs of one mind. Knows nothing of the page.
import type { Done, MessageView, News, Sent, Verb, Welcome } from "../../../app/channels/chat/protocol.ts";
import { cartOf } from "./cart.ts";
import { call, findApp, findShop, whisper, type Answer } from "./doors.ts";
import { follow } from "./follow.ts";
import type { Kept } from "./kept.ts";
import { change, enqueue, waiting, type Pending } from "./outbox.ts";
import { rest } from "./pause.ts";
import { prove } from "./proof.ts";
import { openSender } from "./sender.ts";
import { isRunning, type State, type Word } from "./state.ts";
import { joinTabs, type Tabs } from "./tabs.ts";
import { merge, unreadOf } from "./thread.ts";
import { here, introduction } from "./visit.ts";

export interface Listener {
  /** Something is different; `fresh` came from the other side just now. */
  changed(fresh: MessageView[]): void;
  /** A message waits for these details to be filled in. */
  refused(fields: string[]): void;
}

export const state: State = {
  ...{ phase: "greeting", isOnline: true, chat: null, messages: [], pending: [] },
  ...{ isAgentTyping: false, ahead: 0 },
};
const tab = crypto.randomUUID();
let kept: Kept;
let root: string;
let listener: Listener;
let tabs: Tabs<Word>;
let flush: () => Promise<void>;
let following: AbortController | undefined;
let greeted: Promise<void> | undefined;
/** Whether this is the tab that listens for all. */
export let leads = false;
let cursor = "";
let typedAt = 0;

/** Takes up what this browser remembers; asks nobody yet. */
export function begin(shop: string, home: string, memory: Kept, ears: Listener): void {
  root = home;
  kept = memory;
  listener = ears;
  findShop(root);
  tabs = joinTabs(shop, told);
  const alone = (work: () => Promise<void>) => tabs.alone("send", work);
  flush = openSender({
    kept,
    token,
    alone,
    sent,
    refused: ears.refused,
    changed: outboxChanged,
    reached,
    renew,
  });
  state.pending = waiting(kept);
  state.seen = kept.get("seen");
}

/** What the server knows this visitor by; empty before the first hello. */
export const token = (): string => kept.get<string>("token") ?? "";

/** Says hello, once; tries until somebody answers. */
export function hello(): Promise<void> {
  return (greeted ??= greet());
}

async function greet(): Promise<void> {
  let proof: string | undefined;
  for (let attempt = 0; ; attempt++) {
    let answer: Answer<Welcome> | undefined;
    // Two tabs that say hello at once would be two visitors.
    await tabs.alone("hello", async () => {
      const cart = token() ? await cartOf(root) : undefined;
      answer = await call<Welcome>("hello", { ...introduction(token()), cart, proof });
      if (!answer.ok || answer.value.token === token()) return;
      kept.set("token", answer.value.token);
      // Somebody else, for all we know.
      kept.set("details", undefined);
    });
    if (answer?.ok) return welcomed(answer.value);
    const { error = "offline", challenge, retryAfter } = answer ?? {};
    if (challenge && !proof) proof = await prove(challenge);
    else if (error === "offline" || error === "too-many") {
      reached(false);
      await rest(attempt, retryAfter);
    } else {
      state.phase = "away";
      return tell();
    }
  }
}

function welcomed(welcome: Welcome): void {
  findApp(welcome.direct);
  cursor = welcome.cursor;
  // An ended one that was left behind stays there.
  const chat = welcome.chat?.id === kept.get("left") ? null : welcome.chat;
  const goesOn = chat && chat.id === state.chat?.id;
  Object.assign(state, { phase: "ready", welcome, availability: welcome.availability, chat });
  state.messages = merge(goesOn ? state.messages : [], chat ? welcome.messages : []);
  state.ahead = Date.parse(welcome.now) - Date.now();
  reached(true);
  settle();
  tell();
  void flush();
}

/** Follows while there is something to follow, and leaves word for the next page. */
function settle(): void {
  const running = isRunning(state);
  kept.set("on", running || waiting(kept).length > 0 || undefined);
  if (!running) {
    quit();
  } else if (!following) lead(!document.hidden);
}

function quit(): void {
  following?.abort();
  following = undefined;
  leads = false;
}

/** Listens for all tabs, as soon as no other does; the tab that is looked at does not wait: others may be asleep. */
function lead(now: boolean): void {
  following?.abort();
  const mine = (following = new AbortController());
  const { signal } = mine;
  const since = () => ({ token: token(), cursor });
  const lost = () => void renew();
  const work = () => {
    leads = true;
    return follow({ tab, since, heard: (news) => heard(news, true), reached, lost }, signal);
  };
  void tabs.alone("follow", work, signal, now).then(() => {
    if (following !== mine) return;
    leads = false;
    if (isRunning(state)) lead(false);
  });
}

/** The tab is looked at again. */
export function wake(): void {
  if (isRunning(state) && !leads) lead(true);
  void moved();
}

function heard(news: Partial<News> & { messages: MessageView[] }, share: boolean): void {
  const known = new Set(state.messages.map(({ id }) => id));
  const fresh = unreadOf(news.messages, undefined).filter(({ id }) => !known.has(id));
  state.messages = merge(state.messages, news.messages);
  if (news.chat !== undefined) state.chat = news.chat;
  if (news.availability) state.availability = news.availability;
  if (news.cursor) cursor = news.cursor;
  state.isAgentTyping = news.typing ?? (state.isAgentTyping && !fresh.length);
  if (share) tabs.tell({ kind: "news", news });
  settle();
  listener.changed(fresh);
}

/** How long what the server says by itself takes, and a little. */
const SAID_SOON = 2_500;

function sent({ message, chat }: Sent): void {
  const isFirst = !isRunning(state);
  state.pending = waiting(kept);
  heard({ messages: [message], chat }, true);
  if (isFirst) void moved();
  // Nothing is followed of what was left while the shop is closed; when it is back is said a moment later.
  if (chat.offline) setTimeout(() => void catchUp(), SAID_SOON);
}

function told(word: Word): void {
  if (word.kind === "news") {
    state.pending = waiting(kept);
    heard(word.news, false);
  } else if (word.kind === "outbox") {
    state.pending = waiting(kept);
    tell();
    // The tab it was written in may be gone before it is sent.
    if (state.phase === "ready") void flush();
  } else if (word.kind === "seen") {
    state.seen = word.id;
    tell();
  } else forget();
}

function tell(): void {
  listener.changed([]);
}

export function reached(isOnline: boolean): void {
  if (state.isOnline === isOnline) return;
  state.isOnline = isOnline;
  tell();
}

async function renew(): Promise<boolean> {
  kept.set("token", undefined);
  quit();
  await greet();
  return state.phase === "ready";
}

function outboxChanged(): void {
  state.pending = waiting(kept);
  settle();
  tabs.tell({ kind: "outbox" });
  tell();
}

/** Sends it now, or as soon as that is possible. */
export function send(draft: Omit<Pending, "id">): void {
  enqueue(kept, { id: crypto.randomUUID(), ...draft });
  typedAt = 0;
  outboxChanged();
  void hello().then(flush);
}

/** Tries one again that was refused, as it is now; `null` gives it up. */
export function retry(id: string, to: Partial<Pending> | null): void {
  change(kept, id, to);
  outboxChanged();
  void flush();
}

/** Asks for something that needs the token. */
export function ask<T = Done>(verb: Verb, body: object): Promise<Answer<T>> {
  return call<T>(verb, { token: token(), ...body });
}

export function typing(on: boolean): void {
  if (!isRunning(state) || (on ? performance.now() - typedAt < 3_000 && typedAt : !typedAt)) return;
  typedAt = on ? performance.now() : 0;
  void ask("typing", { on });
}

/** All there is has been looked at. */
export function see(): void {
  const last = state.messages.at(-1)?.id;
  if (!last || last === state.seen) return;
  const news = unreadOf(state.messages, state.seen).length > 0;
  state.seen = last;
  kept.set("seen", last);
  tabs.tell({ kind: "seen", id: last });
  if (news) void ask("read", { upTo: last });
  tell();
}

export async function end(): Promise<void> {
  const answer = await ask<News>("end", {});
  if (answer.ok) await catchUp();
  else reached(answer.error !== "offline");
}

/** Asks for what is new, now. */
export async function catchUp(): Promise<void> {
  const answer = await ask<News>("since", { cursor });
  if (answer.ok) heard(answer.value, true);
}

/** Leaves an ended conversation behind. */
export function again(): void {
  tabs.tell({ kind: "again" });
  forget();
}

function forget(): void {
  kept.set("left", state.chat?.id);
  Object.assign(state, { chat: null, messages: [], phase: "greeting", isAgentTyping: false });
  settle();
  tell();
  greeted = greet();
}

/** Tells where the visitor is, while somebody may want to know. */
export async function moved(): Promise<void> {
  if (isRunning(state)) await ask("page", { page: here(), cart: await cartOf(root) });
}

/** The page goes away. */
export function leave(): void {
  if (isRunning(state)) whisper("leave", { token: token(), tab });
}
