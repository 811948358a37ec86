// The open streams of this process, a group per visitor. A signal concerns few of them: only those are read anew, all
// tabs of one visitor together; an idle chat costs a place in a map.
import { once } from "../../lib/once.server.ts";
import { log } from "../../lib/log.server.ts";
import { lendEar, type Ear } from "../../live/hub.server.ts";
import { FOR_VISITOR, type LiveSignal } from "../../live/news.ts";
import { SECOND } from "../../lib/clock.ts";
import { readCursor } from "./cursor.ts";
import { readHeard, type Heard } from "./news.server.ts";
import type { Asking } from "./place.ts";
import type { ChatView, News } from "./protocol.ts";
import { noteReceived } from "./receipts.server.ts";
import type { Visitor } from "./visitor.server.ts";
import { noteSeen, noticeGone, SEEN_EVERY } from "./whereabouts.server.ts";

/** One tab that listens. */
export interface Listener {
  cursor: string;
  tell(news: News): void;
  close(): void;
}

interface Group {
  visitor: Pick<Visitor, "workspaceId" | "id" | "storeId">;
  availability: Asking["availability"];
  listeners: Set<Listener>;
  /** the ticket its conversation stands in */
  ticketId: string | null;
  chat: ChatView | null;
  /** agents who type there */
  typing: Set<string>;
  /** told and being told: signals that come meanwhile are told after */
  busy: boolean;
  again: boolean;
}

interface Audience {
  groups: Map<string, Group>;
  byTicket: Map<string, Set<Group>>;
  ear: Ear;
  timer: NodeJS.Timeout | null;
}

const audience = () =>
  once("chat-audience", (): Audience => ({
    groups: new Map(),
    byTicket: new Map(),
    ear: { hear, lost: closeAll },
    timer: null,
  }));

/** Changes what visitors see of a ticket without a word said in it. */
const SHOWN = ["assigned", "unassigned", "merged", "unmerged"];
/** More tabs than anybody has open; the oldest makes room. */
const MOST_TABS = 12;

/** Lets a tab listen. It is told how things stand first. Returns how to leave; throws while nothing can be heard. */
export async function listenToChat(
  visitor: Visitor,
  listener: Listener,
  { availability }: Pick<Asking, "availability">,
): Promise<() => void> {
  const { workspaceId, id, storeId } = visitor;
  const { groups } = audience();
  const group = groups.get(id) ?? emptyGroup({ workspaceId, id, storeId }, availability);
  groups.set(id, group);
  group.listeners.add(listener);
  const [oldest] = group.listeners;
  if (group.listeners.size > MOST_TABS) oldest?.close();
  const leave = () => {
    if (!group.listeners.delete(listener) || group.listeners.size) return;
    if (groups.get(id) === group) groups.delete(id);
    stand(group, null);
  };
  try {
    await lendEar(audience().ear);
    audience().timer ??= setInterval(() => void lookAround(), SEEN_EVERY).unref();
    await Promise.all([tellOne(group, listener), noteSeen([group.visitor])]);
  } catch (error) {
    leave();
    throw error;
  }
  return leave;
}

/** How many visitors listen in this process. */
export const countListening = (): number => audience().groups.size;

const emptyGroup = (visitor: Group["visitor"], availability: Group["availability"]): Group => ({
  visitor,
  availability,
  listeners: new Set(),
  ticketId: null,
  chat: null,
  typing: new Set(),
  busy: false,
  again: false,
});

function hear({ type, workspaceId, visitorId, ticketId, agentId, state }: LiveSignal): void {
  const { groups, byTicket } = audience();
  if (type === FOR_VISITOR) {
    const group = visitorId ? groups.get(visitorId) : undefined;
    if (group) void tellAll(group);
    return;
  }
  if (type === "uninstalled") {
    for (const group of groups.values()) if (group.visitor.workspaceId === workspaceId) closeGroup(group);
    return;
  }
  const here = ticketId ? byTicket.get(ticketId) : undefined;
  if (!here) return;
  for (const group of here) {
    if (SHOWN.includes(type)) void tellAll(group);
    else if (type === "presence" && agentId) hearTyping(group, agentId, state === "typing");
  }
}

function hearTyping(group: Group, agentId: string, types: boolean): void {
  const before = group.typing.size > 0;
  if (types) group.typing.add(agentId);
  else group.typing.delete(agentId);
  const typing = group.typing.size > 0;
  const { chat } = group;
  if (typing === before || !chat) return;
  void known(group).then((availability) => {
    for (const listener of group.listeners)
      listener.tell({ messages: [], chat, cursor: listener.cursor, typing, availability });
  });
}

async function tellAll(group: Group): Promise<void> {
  group.again = true;
  if (group.busy) return;
  group.busy = true;
  try {
    while (group.again) {
      group.again = false;
      const cursors = new Map<string, Promise<Heard>>();
      await Promise.all([...group.listeners].map((listener) => tellOne(group, listener, cursors)));
    }
  } catch (error) {
    log.warn({ err: error }, "a chat could not be told what is new");
    // They come back, and read on from where they were.
    closeGroup(group);
  } finally {
    group.busy = false;
  }
}

/** Tells a tab all that is new to it. Tabs that are equally far read it once. */
async function tellOne(
  group: Group,
  listener: Listener,
  reading = new Map<string, Promise<Heard>>(),
): Promise<void> {
  for (;;) {
    const { cursor } = listener;
    const heard = reading.get(cursor) ?? readHeard(group.visitor, readCursor(cursor));
    reading.set(cursor, heard);
    const [{ chat, messages, cursor: next, more, typing, ticketId, undelivered }, availability] =
      await Promise.all([heard, known(group)]);
    if (!group.listeners.has(listener)) return;
    // It was told what is newer meanwhile: read anew, or things would go back to how they stood.
    if (listener.cursor !== cursor) continue;
    group.chat = chat;
    stand(group, ticketId);
    listener.cursor = next;
    listener.tell({ messages, chat, cursor: next, typing: typing || group.typing.size > 0, availability });
    if (chat && undelivered !== null)
      await noteReceived(group.visitor, { chatId: chat.id, upTo: undelivered });
    if (!more) return;
  }
}

const known = ({ availability, visitor }: Group) =>
  availability({ workspaceId: visitor.workspaceId, storeId: visitor.storeId });

/** Signals of that ticket concern it from now on. */
function stand(group: Group, ticketId: string | null): void {
  if (group.ticketId === ticketId) return;
  const { byTicket } = audience();
  if (group.ticketId) {
    const before = byTicket.get(group.ticketId);
    before?.delete(group);
    if (!before?.size) byTicket.delete(group.ticketId);
  }
  group.ticketId = ticketId;
  group.typing.clear();
  if (!ticketId) return;
  const there = byTicket.get(ticketId) ?? new Set();
  byTicket.set(ticketId, there.add(group));
}

function closeGroup({ listeners }: Group): void {
  for (const listener of listeners) listener.close();
}

function closeAll(): void {
  for (const group of audience().groups.values()) closeGroup(group);
}

const MOST_AT_ONCE = 500;

/** All who listen are there; who said nothing for a while is not. */
async function lookAround(): Promise<void> {
  const { groups, timer } = audience();
  try {
    const visitors = [...groups.values()].map(({ visitor }) => visitor);
    for (let from = 0; from < visitors.length; from += MOST_AT_ONCE)
      await noteSeen(visitors.slice(from, from + MOST_AT_ONCE));
    await noticeGone();
  } catch (error) {
    log.warn({ err: error }, "who is in a chat could not be noted");
  }
  if (groups.size || !timer) return;
  // One look more than needed, for who was the last to leave.
  setTimeout(() => void noticeGone().catch(() => undefined), 30 * SECOND).unref();
  clearInterval(timer);
  audience().timer = null;
}
