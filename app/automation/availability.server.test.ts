// Who is there, as several processes and clocks see it; how long an answer takes, and when nobody can say.
import { expect, test, vi } from "vitest";
import { makeAgent, makeWorkspace } from "../../tests/factories.ts";
import { makeChat, makeOfficeShop } from "../../tests/factories/chats.ts";
import { watch } from "../../tests/watch.ts";
import { db } from "../db.server.ts";
import { DAY, later, MINUTE, now, SECOND } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { countOpen, noteOpen } from "../team/open-app.server.ts";
import { availabilityOf } from "./availability.server.ts";
import { readUsualMinutes } from "./usual-minutes.server.ts";

/** A Friday noon in Stockholm. */
const FRIDAY = new Date("2026-11-27T11:00Z");
const MONDAY_AT_NINE = "2026-11-30T08:00:00.000Z";

/** A chat that was answered after so many minutes, or never. */
async function chatted(store: Store, startedAt: Date, minutes: number | null, { offline = false } = {}) {
  const { ticket } = await makeChat(store, {
    startedAt,
    offline,
    ...(minutes === null ? {} : { state: "running" }),
  });
  const said = {
    workspaceId: store.workspaceId,
    ticketId: ticket.id,
    chatId: ticket.id,
    channel: "chat",
    kind: "outbound",
    text: "Hej!",
    delivery: "sent",
  };
  await db.message.create({
    data: { ...said, id: newId(), chatSeq: 1, automatic: true, createdAt: startedAt },
  });
  if (minutes === null) return;
  const createdAt = later(startedAt, minutes * MINUTE);
  await db.message.create({ data: { ...said, id: newId(), chatSeq: 2, createdAt } });
}
type Store = Parameters<typeof makeChat>[0];

test("outside its hours a shop is closed, whoever has the app open, and says when it opens", async () => {
  const { workspace, store } = await makeOfficeShop();
  await makeAgent(workspace, { openAt: later(FRIDAY, DAY) });
  expect(await availabilityOf(store, later(FRIDAY, DAY))).toEqual({
    state: "closed",
    backAt: MONDAY_AT_NINE,
    usualMinutes: null,
  });
  const never = await makeOfficeShop({ week: { mon: [], tue: [], wed: [], thu: [], fri: [] } });
  expect(await availabilityOf(never.store, FRIDAY)).toMatchObject({ state: "closed", backAt: null });
});

test("inside them it is online while somebody with a role has the app open, and busy while nobody has", async () => {
  const { workspace, store } = await makeOfficeShop();
  const stateAt = async (at: Date) => (await availabilityOf(store, at)).state;
  await makeAgent(workspace, { openAt: FRIDAY, role: null });
  await makeAgent(workspace, { openAt: FRIDAY, retiredAt: FRIDAY });
  expect(await stateAt(FRIDAY)).toBe("busy");
  await makeAgent(workspace, { openAt: FRIDAY });
  expect(await stateAt(FRIDAY)).toBe("online");
  expect(await stateAt(later(FRIDAY, 89 * SECOND))).toBe("online");
  expect(await stateAt(later(FRIDAY, 90 * SECOND))).toBe("busy");
});

test("without hours it is never closed", async () => {
  const { store } = await makeOfficeShop({ week: null });
  expect((await availabilityOf(store, later(FRIDAY, 12 * 60 * MINUTE))).state).toBe("busy");
});

test("it is busy while more wait than those who are there can take; who left a message while it was closed does not wait", async () => {
  const { workspace, store } = await makeOfficeShop();
  await makeAgent(workspace, { openAt: FRIDAY });
  await Promise.all([1, 2, 3, 4].map(() => chatted(store, FRIDAY, null)));
  await Promise.all([1, 2].map(() => chatted(store, FRIDAY, null, { offline: true })));
  expect((await availabilityOf(store, FRIDAY)).state).toBe("online");
  await chatted(store, FRIDAY, null);
  expect((await availabilityOf(store, FRIDAY)).state).toBe("busy");
  await makeAgent(workspace, { openAt: FRIDAY });
  expect((await availabilityOf(store, FRIDAY)).state).toBe("online");
});

test("an open page is written down once a minute by all processes together, and again after the clock was put back", async () => {
  const workspace = await makeWorkspace();
  const agent = await makeAgent(workspace);
  vi.useFakeTimers({ toFake: ["Date"], now: FRIDAY });
  const updates = vi.spyOn(db.agent, "updateMany");
  const openAt = async () =>
    (await db.agent.findFirstOrThrow({ where: { workspaceId: workspace.id } })).openAt;
  try {
    for (let beat = 0; beat < 12; beat++) {
      vi.setSystemTime(later(FRIDAY, beat * 15 * SECOND));
      noteOpen(workspace.id, agent.id);
      await Promise.all(updates.mock.results.map(({ value }) => value as Promise<unknown>));
    }
    expect(updates).toHaveBeenCalledTimes(3);
    expect(await openAt()).toEqual(later(FRIDAY, 2 * MINUTE));
    // Another process wrote half a minute later: what this one says next is known already.
    const elsewhere = later(FRIDAY, 2.5 * MINUTE);
    await db.agent.updateMany({ where: { workspaceId: workspace.id }, data: { openAt: elsewhere } });
    vi.setSystemTime(later(FRIDAY, 3 * MINUTE));
    noteOpen(workspace.id, agent.id);
    await Promise.all(updates.mock.results.map(({ value }) => value as Promise<unknown>));
    expect(await openAt()).toEqual(elsewhere);
    vi.setSystemTime(later(FRIDAY, -DAY));
    noteOpen(workspace.id, agent.id);
    await expect.poll(openAt).toEqual(later(FRIDAY, -DAY));
    expect(await countOpen(workspace, later(FRIDAY, -DAY))).toBe(1);
  } finally {
    updates.mockRestore();
    vi.useRealTimers();
  }
});

test("a page's stream is what counts its agent as there", async () => {
  const workspace = await makeWorkspace();
  const agent = await makeAgent(workspace);
  expect(await countOpen(workspace, now())).toBe(0);
  await watch({ workspace, agent });
  await expect.poll(() => countOpen(workspace, now())).toBe(1);
});

test("an answer usually takes the median of those who came in office hours, in business time", async () => {
  const { store } = await makeOfficeShop();
  const hourAgo = later(FRIDAY, -60 * MINUTE);
  await Promise.all([1, 2, 2, 3, 3.5, 4, 5, 6, 200].map((minutes) => chatted(store, hourAgo, minutes)));
  expect(await readUsualMinutes(store, FRIDAY)).toBeNull();
  // At night, while it was closed, and one that began a minute ago: none of them says anything.
  await chatted(store, later(FRIDAY, -12 * 60 * MINUTE), 700);
  await chatted(store, later(FRIDAY, -30 * MINUTE), 1, { offline: true });
  await chatted(store, later(FRIDAY, -MINUTE), null);
  expect(await readUsualMinutes(store, FRIDAY)).toBeNull();
  // From five to five on Thursday until ten past nine on Friday.
  await chatted(store, new Date("2026-11-26T15:55Z"), 16 * 60 + 15);
  expect(await readUsualMinutes(store, FRIDAY)).toBe(4);
});

test("where most are never answered nothing is promised", async () => {
  const { store } = await makeOfficeShop();
  const waits = [2, 2, 2, 2, 2, null, null, null, null, null, null];
  await Promise.all(waits.map((minutes) => chatted(store, later(FRIDAY, -90 * MINUTE), minutes)));
  expect(await readUsualMinutes(store, FRIDAY)).toBeNull();
});
