// The numbers that pages are kept current with, as their streams say them.
import { expect, test } from "vitest";
import { makeAgent, makeConversation, makeTicket } from "../../tests/factories.ts";
import { watch, type Watcher } from "../../tests/watch.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { newId } from "../lib/id.ts";
import { silence } from "../notifications/bell.server.ts";
import { liveSources } from "../notifications/live-sources.server.ts";
import { tellInApp } from "../notifications/ring.server.ts";
import { assignTicket } from "../tickets/assignment.server.ts";
import { closeTicket, reopenTicket } from "../tickets/lifecycle.server.ts";
import { markRead } from "../tickets/reading.server.ts";
import type { Sources } from "./room.server.ts";

/** Those that came, the later over the earlier. */
const known = ({ numbers }: Watcher) =>
  Object.assign({}, ...numbers.map(({ values }) => values)) as Record<string, number>;

test("numbers come with the news: to everybody what all share, to an agent what is theirs, to nobody what is as it was", async () => {
  const talk = await makeConversation();
  const colleague = await makeAgent(talk.workspace);
  const [mine, theirs] = [await watch(talk), await watch({ ...talk, agent: colleague })];
  await assignTicket(talk.ticket, talk.agent.id, { by: SYSTEM });
  await expect.poll(() => known(mine)).toEqual({ unassigned: 0, mine: 1 });
  await expect.poll(() => known(theirs)).toEqual({ unassigned: 0 });
  await closeTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => known(theirs)).toMatchObject({ inbox: 0, closed: 1 });
  await expect.poll(() => known(mine)).toMatchObject({ mine: 0, inbox: 0, closed: 1 });
  expect(known(theirs).mine).toBeUndefined();
});

test("the numbers of who reads a ticket or silences the bell come to their own pages, and others hear nothing", async () => {
  const talk = await makeConversation();
  const colleague = await makeAgent(talk.workspace);
  const [mine, other, theirs] = [
    await watch(talk),
    await watch(talk),
    await watch({ ...talk, agent: colleague }),
  ];
  await markRead(talk.ticket, talk.agent);
  for (const page of [mine, other]) await expect.poll(() => known(page).read).toBe(1);
  const rung = { workspaceId: talk.workspace.id, id: newId(), ticketId: talk.ticket.id };
  const bell = { agentId: talk.agent.id, kind: "mention", messageId: null } as const;
  await db.$transaction((tx) => tellInApp(tx, rung, bell));
  await expect.poll(() => known(other).ringing).toBe(1);
  await silence(talk.workspace, talk.agent);
  for (const page of [mine, other]) await expect.poll(() => known(page).ringing).toBe(0);
  expect(types(mine)).toEqual(["notified"]);
  expect(known(theirs)).toEqual({});
});

test("numbers that nobody announced come with the next news, and such that could not be read with those after", async () => {
  const talk = await makeConversation();
  let failing = false;
  const numbers: Sources["numbers"] = (...asked) =>
    failing ? Promise.reject(new Error("no database")) : liveSources.numbers(...asked);
  const watcher = await watch(talk, { ...liveSources, numbers });
  await makeTicket(talk.store, {});
  failing = true;
  await closeTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => watcher.news.map(({ many }) => many)).toEqual([true]);
  expect(watcher.numbers).toEqual([]);
  failing = false;
  await reopenTicket(talk.ticket, { by: SYSTEM });
  await expect.poll(() => known(watcher).all).toBe(2);
});

const types = ({ heard }: Watcher) => heard.map(({ type }) => type);
