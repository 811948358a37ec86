import { afterEach, describe, expect, test } from "vitest";
import { makeAgent, makeConversation } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { giveRole, removeRole } from "../team/agents.server.ts";
import { closeTicket, reopenTicket } from "../tickets/lifecycle.server.ts";
import type { LiveSignal } from "./publish.server.ts";
import { streamSignals } from "./stream.server.ts";

const open: Watcher[] = [];
afterEach(() => {
  for (const watcher of open.splice(0)) watcher.leave();
});

interface Watcher {
  heard: LiveSignal[];
  /** whether the stream has ended, by itself or because we left */
  ended: () => boolean;
  ready: () => boolean;
  leave: () => void;
  /** everything that came, as text */
  text: () => string;
}

/** An open page: reads its stream until it ends. */
async function watch(who: { workspace: { id: string }; agent: { id: string } }): Promise<Watcher> {
  const abort = new AbortController();
  const response = await streamSignals(
    new Request("http://a.example/app/live", { signal: abort.signal }),
    who,
  );
  expect(response.headers.get("Content-Type")).toContain("text/event-stream");
  expect(response.headers.get("Cache-Control")).toContain("no-store");
  let text = "";
  let ended = false;
  const heard: LiveSignal[] = [];
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      text += decoder.decode(part, { stream: true });
      heard.length = 0;
      for (const [, data] of text.matchAll(/event: signal\ndata: (.*)\n\n/g))
        heard.push(JSON.parse(data ?? "null") as LiveSignal);
    }
    ended = true;
  })();
  const watcher = {
    heard,
    ended: () => ended,
    ready: () => text.includes("event: ready"),
    leave: () => abort.abort(),
    text: () => text,
  };
  open.push(watcher);
  await expect.poll(watcher.ready).toBe(true);
  return watcher;
}

const types = ({ heard }: Watcher) => heard.map(({ type }) => type);

test("a page hears of what was committed, once, with ids and no content", async () => {
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
  expect(watcher.text()).not.toContain(talk.customer.name);
  expect(watcher.text()).toMatch(/^retry: \d+\n/);
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
  const response = await streamSignals(
    new Request("http://a.example/app/live", { signal: AbortSignal.abort() }),
    talk,
  );
  const reader = response.body?.getReader();
  const first = reader?.read().then(({ done }) => done);
  await closeTicket(talk.ticket, { by: SYSTEM });
  expect(await first).toBe(true);
});
