// Who is at a ticket, as the database keeps it and as a page may say it.
import { afterEach, expect, test, vi } from "vitest";
import { tenant, visit, type Tenant } from "../../tests/admin-call.ts";
import { makeAgent, makeConversation } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { later, now, SECOND } from "../lib/clock.ts";
import { listen } from "../live/hub.server.ts";
import type { PresenceState } from "../live/news.ts";
import type { Listener } from "../live/room.server.ts";
import { action } from "../routes/app.presence.ts";
import { liveSources } from "../notifications/live-sources.server.ts";
import { expirePresence, leaveTab, notePresence, readPresent } from "./presence.server.ts";

afterEach(() => void vi.useRealTimers());

/** A conversation and an agent who says from some tab what they do. */
async function talking() {
  const { workspace, ticket, agent } = await makeConversation();
  return {
    workspace,
    ticket,
    agent,
    says: (state: PresenceState | "gone", tab = "tab-one-1", who: { id: string } = agent) =>
      notePresence(ticket, { agentId: who.id, tab, state }),
    states: async () => (await readPresent(workspace.id)).map(({ state }) => state),
  };
}

test("two tabs of one agent are one person, who does what the busier tab does", async () => {
  const { says, states } = await talking();
  await says("looking", "tab-one-1");
  await says("typing", "tab-two-2");
  expect(await states()).toEqual(["typing"]);
  await says("gone", "tab-two-2");
  expect(await states()).toEqual(["looking"]);
  await says("gone", "tab-one-1");
  expect(await states()).toEqual([]);
});

test("a tab that closes its stream takes with it what it said, and only that", async () => {
  const { workspace, agent, says, states } = await talking();
  await says("looking", "tab-one-1");
  await says("typing", "tab-two-2");
  await leaveTab(workspace.id, agent.id, "tab-two-2");
  expect(await states()).toEqual(["looking"]);
});

test("who falls silent is gone within fifteen seconds, who goes on saying it is not", async () => {
  const { workspace, agent, says } = await talking();
  const colleague = await makeAgent(workspace);
  const start = now();
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  await says("typing", "tab-one-1");
  await says("looking", "tab-two-2", colleague);
  vi.setSystemTime(later(start, 6 * SECOND));
  await says("looking", "tab-two-2", colleague);
  await expirePresence();
  expect((await readPresent(workspace.id)).map(({ agentId }) => agentId).sort()).toEqual(
    [agent.id, colleague.id].sort(),
  );
  vi.setSystemTime(later(start, 12 * SECOND));
  await expirePresence();
  expect((await readPresent(workspace.id)).map(({ agentId }) => agentId)).toEqual([colleague.id]);
  expect(await db.presence.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test("open pages hear of it without asking", async () => {
  const { workspace, agent, says } = await talking();
  await says("looking");
  const heard: (string | undefined)[] = [];
  const page: Listener = {
    agentId: agent.id,
    begin: () => undefined,
    hear: (_, signals) => void heard.push(...signals.map(({ state }) => state)),
    close: () => undefined,
  };
  const leave = await listen(workspace.id, page, liveSources);
  await db.presence.updateMany({
    where: { workspaceId: workspace.id },
    data: { seenAt: later(now(), -12 * SECOND) },
  });
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual(["gone"]);
  leave();
});

test("one workspace does not see who works in another", async () => {
  const [mine, theirs] = [await talking(), await talking()];
  await theirs.says("looking");
  expect(await mine.states()).toEqual([]);
});

test("a page says what its agent does; other workspaces' tickets are 404, nonsense 422, and without end 429", async () => {
  const [it, other] = [await tenant(), await tenant()];
  const say = ({ token }: Tenant, form: Record<string, string>) =>
    visit(action, { token: token(), path: "/app/presence", method: "POST", form });
  const says = { ticketId: it.ticket.id, tab: "tab-one-1", state: "typing" };
  expect((await say(it, says)).status).toBe(200);
  const shown = [{ ticketId: it.ticket.id, agentId: it.agent.id, state: "typing" }];
  expect(await readPresent(it.workspace.id)).toEqual(shown);

  expect((await say(other, says)).status).toBe(404);
  expect(await readPresent(other.workspace.id)).toEqual([]);
  const nonsense = [{ state: "asleep" }, { tab: "x" }, { tab: "x".repeat(41) }, { ticketId: "1" }];
  for (const one of nonsense) expect((await say(it, { ...says, ...one })).status).toBe(422);

  const many = await Promise.all(Array.from({ length: 56 }, () => say(it, { state: "?" })));
  expect(many.filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await say(other, { ...says, ticketId: other.ticket.id })).status).toBe(200);
});
