// A visitor's stream over real HTTP, as server.ts opens it.
import { expect, test } from "vitest";
import { openTab } from "../../../tests/chat-stream.ts";
import { answer, makeChat, makeVisitor } from "../../../tests/chat-visitor.ts";
import { db } from "../../db.server.ts";
import { endChat } from "../../tickets/chat/end.server.ts";
import { notePresence } from "../../tickets/presence.server.ts";
import { later, now } from "../../lib/clock.ts";
import { listenToChat } from "./audience.server.ts";
import type { Availability, News } from "./protocol.ts";
import { noticeGone } from "./whereabouts.server.ts";

const OPEN: Availability = { state: "online", backAt: null, usualMinutes: null };

const visitorIn = ({ ticket }: { ticket: { workspaceId: string; id: string } }) =>
  db.visitor.findFirstOrThrow({
    where: { workspaceId: ticket.workspaceId, chats: { some: { ticketId: ticket.id } } },
  });

test("all tabs of a visitor hear what an agent says, once, and the agent's page that they have it", async () => {
  const chat = await makeChat();
  const tabs = await Promise.all([openTab(chat.visitor.token), openTab(chat.visitor.token)]);
  const { messageId } = await answer(chat.ticket, chat.agent, "Hej hej!");
  for (const tab of tabs) await expect.poll(tab.said).toEqual(["Hej!", "Hej hej!"]);
  expect(tabs[0].news.at(-1)?.chat).toMatchObject({ state: "running", agent: { name: "Tove" } });
  const { workspaceId } = chat.ticket;
  await expect
    .poll(() => db.message.findUnique({ where: { workspaceId_id: { workspaceId, id: messageId } } }))
    .toMatchObject({ delivery: "delivered", channel: "chat" });
});

test("another visitor hears none of it", async () => {
  const [mine, theirs] = [await makeChat("Mitt"), await makeChat("Deras")];
  const stranger = await makeVisitor(mine);
  const tabs = [await openTab(theirs.visitor.token), await openTab(stranger.token)] as const;
  await answer(mine.ticket, mine.agent, "Hemligt");
  await answer(theirs.ticket, theirs.agent, "Deras svar");
  await expect.poll(tabs[0].said).toEqual(["Deras", "Deras svar"]);
  expect(tabs[1].said()).toEqual([]);
});

test("who comes back after a lost connection reads on from where they were, without loss or repetition", async () => {
  const chat = await makeChat();
  const before = await openTab(chat.visitor.token);
  await answer(chat.ticket, chat.agent, "Ett");
  await expect.poll(before.said).toEqual(["Hej!", "Ett"]);
  // The database's connection is lost, and with it whatever it would have told.
  await db.$queryRaw`
    SELECT count(pg_terminate_backend(pid))::int FROM pg_stat_activity
    WHERE datname = current_database() AND query = 'LISTEN samla_live'`;
  await expect.poll(before.ended).toBe(true);
  for (const text of ["Två", "Tre"]) await answer(chat.ticket, chat.agent, text);
  const after = await openTab(chat.visitor.token, { cursor: before.cursor() });
  await answer(chat.ticket, chat.agent, "Fyra");
  await expect.poll(after.said).toEqual(["Två", "Tre", "Fyra"]);
});

test("typing, taking over and the end are told as they happen", async () => {
  const chat = await makeChat();
  const tab = await openTab(chat.visitor.token);
  await notePresence(chat.ticket, { agentId: chat.agent.id, tab: "agents-tab", state: "typing" });
  await expect.poll(() => tab.news.at(-1)).toMatchObject({ typing: true, messages: [] });
  await notePresence(chat.ticket, { agentId: chat.agent.id, tab: "agents-tab", state: "looking" });
  await expect.poll(() => tab.news.at(-1)?.typing).toBe(false);
  await endChat(chat.ticket, { by: { kind: "agent", id: chat.agent.id } });
  await expect.poll(() => tab.news.at(-1)?.chat).toMatchObject({ state: "ended", endedBy: "agent" });
});

test("a conversation that begins in one tab is heard of in the others", async () => {
  const chat = await makeChat();
  const other = await makeVisitor(chat);
  const tab = await openTab(other.token);
  await other.send("Nu börjar vi");
  await expect.poll(tab.said).toEqual(["Nu börjar vi"]);
});

test("whose pages are all closed has left after twenty seconds, and is back with the first word", async () => {
  const chat = await makeChat();
  const tab = await openTab(chat.visitor.token);
  tab.leave();
  await expect.poll(tab.ended).toBe(true);
  const { workspaceId, id } = await visitorIn(chat);
  await noticeGone();
  expect(await visitorIn(chat)).toMatchObject({ goneAt: null });
  await db.visitor.updateMany({ where: { workspaceId, id }, data: { lastSeenAt: later(now(), -20_001) } });
  await noticeGone();
  expect((await visitorIn(chat)).goneAt).toBeInstanceOf(Date);
  await chat.visitor.since();
  expect(await visitorIn(chat)).toMatchObject({ goneAt: null });
});

test("what was read before and is told after does not say how things stood", async () => {
  const chat = await makeChat();
  const visitor = await visitorIn(chat);
  const told: News[] = [];
  const listener = { cursor: "0", tell: (news: News) => void told.push(news), close: () => undefined };
  const slow = Promise.withResolvers<Availability>();
  const asked = [slow.promise];
  const listening = listenToChat(visitor, listener, {
    availability: () => asked.pop() ?? Promise.resolve(OPEN),
  });
  await expect.poll(() => asked.length).toBe(0);
  await answer(chat.ticket, chat.agent, "Hej hej!");
  await expect.poll(() => told.at(-1)?.chat?.state).toBe("running");
  slow.resolve(OPEN);
  (await listening)();
  expect(told.at(-1)).toMatchObject({ cursor: listener.cursor, chat: { state: "running" } });
});

test("a stream is for who has a token", async () => {
  for (const token of ["x".repeat(43), "", "' OR 1=1--"]) expect((await openTab(token)).status).toBe(404);
});
