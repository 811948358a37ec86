// Streams over real HTTP, as server.ts opens them.
import { IncomingMessage, ServerResponse } from "node:http";
import { connect, Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { makeAgent, makeConversation, makeTicket } from "../../tests/factories.ts";
import { closing, serve, watch, type Watcher } from "../../tests/watch.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordEvent, recordTicketEvent } from "../events/record.server.ts";
import { newId } from "../lib/id.ts";
import { liveSources } from "../notifications/live-sources.server.ts";
import { giveRole, removeRole } from "../team/agents.server.ts";
import { closeTicket, reopenTicket } from "../tickets/lifecycle.server.ts";
import { notePresence } from "../tickets/presence.server.ts";
import { publish } from "./publish.server.ts";
import type { Sources } from "./room.server.ts";
import { streamNews } from "./stream.server.ts";

const types = ({ heard }: Watcher) => heard.map(({ type }) => type);

test("a page hears of what was committed, once, with the ticket's row as it is now", async () => {
  const talk = await makeConversation();
  const watcher = await watch(talk);
  await closeTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => watcher.heard.length).toBe(1);
  expect(watcher.heard[0]).toEqual({
    workspaceId: talk.workspace.id,
    id: expect.any(String) as string,
    type: "closed",
    ticketId: talk.ticket.id,
  });
  expect(watcher.rows).toMatchObject([
    {
      id: talk.ticket.id,
      status: "closed",
      number: `BC-${talk.ticket.number}`,
      customerName: talk.customer.name,
    },
  ]);
  expect(watcher.text()).toMatch(/^retry: \d+\n/);
});

test("what happens together is told together, with one query for all its rows", async () => {
  const talk = await makeConversation();
  const asked: string[][] = [];
  const rows: Sources["rows"] = (workspaceId, ids) => {
    asked.push(ids);
    return liveSources.rows(workspaceId, ids);
  };
  const [one, two] = [await watch(talk, { ...liveSources, rows }), await watch(talk)];
  await db.$transaction(async (tx) => {
    for (const type of ["a", "b", "c"])
      await publish(tx, { workspaceId: talk.workspace.id, id: newId(), type, ticketId: talk.ticket.id });
  });
  await expect.poll(() => types(one)).toEqual(["a", "b", "c"]);
  await expect.poll(() => two.rows).toHaveLength(1);
  expect(asked).toEqual([[talk.ticket.id]]);
});

test("a ticket that no list shows any more is told as gone", async () => {
  const talk = await makeConversation();
  const survivor = await makeTicket(talk.store, { customerId: talk.customer.id });
  const watcher = await watch(talk);
  await db.ticket.updateMany({
    where: { workspaceId: talk.workspace.id, id: talk.ticket.id },
    data: { mergedIntoId: survivor.id },
  });
  await db.$transaction((tx) => recordTicketEvent(tx, talk.ticket, { type: "merged", by: SYSTEM }));
  await expect.poll(() => watcher.gone).toEqual([talk.ticket.id]);
});

test("what is too much to take in, or could not be read, is told as much", async () => {
  const talk = await makeConversation();
  const failing = await watch(talk, { ...liveSources, rows: () => Promise.reject(new Error("no database")) });
  const say = (ticketIds: string[]) =>
    db.$transaction(async (tx) => {
      for (const ticketId of ticketIds)
        await publish(tx, { workspaceId: talk.workspace.id, id: newId(), type: "closed", ticketId });
    });
  await say([talk.ticket.id]);
  await expect.poll(() => failing.news.map(({ many }) => many)).toEqual([true]);
  await say(Array.from({ length: 60 }, newId));
  await expect.poll(() => failing.news.map(({ many }) => many)).toEqual([true, true]);
  expect(failing.gone).toEqual([]);
});

test("a page that does not read its stream is dropped; others are not", async () => {
  const talk = await makeConversation();
  const subject = "å".repeat(4_000_000);
  const rows = () => Promise.resolve([{ id: talk.ticket.id, subject }]);
  const { port, streams } = await serve(talk, { ...liveSources, rows });
  const deaf = connect(port, "127.0.0.1").pause();
  closing.push(() => deaf.destroy());
  deaf.write("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n");
  const reader = await watch(talk);
  await expect.poll(() => streams.length).toBe(1);
  await closeTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => streams[0]?.destroyed).toBe(true);
  expect(reader.ended()).toBe(false);
});

test("two pages in one workspace both hear, one that left does not", async () => {
  const talk = await makeConversation();
  const [one, two, gone] = [await watch(talk), await watch(talk), await watch(talk)];
  gone.leave();
  await expect.poll(gone.ended).toBe(true);
  await closeTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => [one, two, gone].map((watcher) => watcher.heard.length)).toEqual([1, 1, 0]);
});

test("what was rolled back is not heard of", async () => {
  const talk = await makeConversation();
  const watcher = await watch(talk);
  await expect(
    db.$transaction(async (tx) => {
      await recordEvent(tx, talk.workspace.id, { type: "scopes-changed", by: SYSTEM });
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow();
  await closeTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => types(watcher)).toEqual(["closed"]);
});

test("another workspace's signals are not heard", async () => {
  const [mine, theirs] = [await makeConversation(), await makeConversation()];
  const watcher = await watch(mine);
  await closeTicket(theirs.ticket, { by: SYSTEM });
  await closeTicket(mine.ticket, { by: SYSTEM });
  await expect.poll(() => watcher.heard.map(({ ticketId }) => ticketId)).toEqual([mine.ticket.id]);
  expect(watcher.text()).not.toContain(theirs.workspace.id);
});

test("when one of its stores takes the app away, all come back to show who they are", async () => {
  const talk = await makeConversation();
  const watcher = await watch(talk);
  await db.$transaction((tx) => recordEvent(tx, talk.workspace.id, { type: "uninstalled", by: SYSTEM }));
  await expect.poll(watcher.ended).toBe(true);
});

test("whoever lost their role before the stream stood gets none", async () => {
  const talk = await makeConversation();
  const nobody = await makeAgent(talk.workspace, { role: null });
  const watcher = await watch({ ...talk, agent: nobody });
  await expect.poll(watcher.ended).toBe(true);
});

describe("an agent whose role is taken", () => {
  test("is told, and the stream ends; a colleague's goes on", async () => {
    const talk = await makeConversation();
    const colleague = await makeAgent(talk.workspace);
    const [mine, theirs] = [await watch(talk), await watch({ ...talk, agent: colleague })];
    await removeRole(talk.workspace, talk.agent.id, { by: SYSTEM });
    await expect.poll(mine.ended).toBe(true);
    expect(types(mine)).toEqual(["role-removed"]);
    await closeTicket(talk.ticket, { by: SYSTEM });
    await expect.poll(() => types(theirs)).toEqual(["role-removed", "closed"]);
    expect(theirs.ended()).toBe(false);
    expect(mine.heard).toHaveLength(1);
  });

  test("a changed role ends nothing", async () => {
    const talk = await makeConversation();
    const watcher = await watch(talk);
    await giveRole(talk.workspace, talk.agent.id, "admin", { by: SYSTEM });
    await expect.poll(() => types(watcher)).toEqual(["role-given"]);
    expect(watcher.ended()).toBe(false);
  });
});

test("when the listening connection is cut, streams end so that pages come back, and those that come back hear again", async () => {
  const talk = await makeConversation();
  const before = await watch(talk);
  const [cut] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(pg_terminate_backend(pid))::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND query = 'LISTEN samla_live'`;
  expect(cut?.count).toBe(1);
  await expect.poll(before.ended).toBe(true);
  await closeTicket(talk.ticket, { by: SYSTEM });
  const after = await watch(talk);
  await reopenTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => types(after)).toEqual(["reopened"]);
  expect(before.heard).toHaveLength(0);
});

test("a page that was closed before the stream stood leaves nobody behind", async () => {
  const talk = await makeConversation();
  const before = await watch(talk);
  before.leave();
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.destroy();
  await streamNews(
    response,
    { workspaceId: talk.workspace.id, agentId: talk.agent.id, tab: null },
    liveSources,
  );
  const after = await watch(talk);
  await closeTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => after.news.map(({ listeners }) => listeners)).toEqual([1]);
});

describe("presence", () => {
  const looks = (
    talk: { ticket: { workspaceId: string; id: string } },
    agent: { id: string },
    state: "looking" | "typing" | "gone",
    tab = "tab-0001",
  ) => notePresence(talk.ticket, { agentId: agent.id, tab, state });

  test("whoever opens a page hears who is there, and then of each change once", async () => {
    const talk = await makeConversation();
    const bo = await makeAgent(talk.workspace);
    await looks(talk, bo, "looking");
    const watcher = await watch(talk);
    expect(watcher.text()).toContain(
      JSON.stringify({ ticketId: talk.ticket.id, agentId: bo.id, state: "looking" }),
    );
    for (const state of ["looking", "typing", "typing", "looking", "gone", "gone"] as const)
      await looks(talk, bo, state);
    await expect.poll(() => watcher.heard.map(({ state }) => state)).toEqual(["typing", "looking", "gone"]);
    expect(watcher.rows).toEqual([]);
  });
});
