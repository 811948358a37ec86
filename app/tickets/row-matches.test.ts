// The judgement of a row against the database's: for one ticket of each kind, in every view.
import { expect, test } from "vitest";
import { makeAgent, makeCustomer, makeStore, makeTicket, makeWorkspace } from "../../tests/factories.ts";
import { later, now } from "../lib/clock.ts";
import { readFilter, wholeView } from "./filter.ts";
import { listTickets } from "./list.server.ts";
import { liveRows } from "./live-rows.server.ts";
import { rowMatches } from "./row-matches.ts";
import { VIEWS } from "./view.ts";

test("a row belongs to a list exactly when the database says so", async () => {
  const workspace = await makeWorkspace();
  const [store, agent, customer] = [
    await makeStore(workspace),
    await makeAgent(workspace),
    await makeCustomer(workspace),
  ];
  const kinds = [
    {},
    { waitingOn: "customer" },
    { assigneeId: agent.id, priority: "urgent" },
    { status: "closed", closedAt: now() },
    { status: "snoozed", snoozedUntil: later(now(), 60_000) },
    { archivedAt: now() },
    { spam: true },
  ];
  const tickets = [];
  for (const kind of kinds) tickets.push(await makeTicket(store, { customerId: customer.id, ...kind }));
  const rows = await liveRows(
    workspace.id,
    tickets.map(({ id }) => id),
  );
  expect(rows).toHaveLength(kinds.length);
  const asked = ["view=all&priority=urgent", "view=all&assignee=none", "assignee=me", "view=all&status=open"];
  const filters = [...VIEWS.map(wholeView), ...asked.map((text) => readFilter(new URLSearchParams(text)))];
  for (const filter of filters) {
    const listed = (await listTickets(workspace, agent, filter, null)).rows.map(({ id }) => id).sort();
    const judged = rows.filter((row) => rowMatches(row, filter, agent) === true).map(({ id }) => id);
    expect(judged.sort(), JSON.stringify(filter)).toEqual(listed);
  }
});

test("what a row cannot tell is asked, unless something else rules it out", () => {
  const row = { status: "open", waitingOn: "us", archivedAt: null, spam: false, labels: [] as string[] };
  const judge = (text: string) =>
    rowMatches(row as unknown as Parameters<typeof rowMatches>[0], readFilter(new URLSearchParams(text)), {
      id: "a",
    });
  expect(judge("q=jacka")).toBe("ask");
  expect(judge("unread=1")).toBe("ask");
  expect(judge("q=jacka&view=closed")).toBe(false);
});
