import { expect, test } from "vitest";
import { db } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import type { Role } from "../team/roles.ts";
import { makeAgent, makeStore, makeTicket, makeWorkspace } from "../../tests/factories.ts";
import { countViews } from "./saved-counts.server.ts";
import { changeView, copyView, createView, deleteView, listViews, placeView } from "./saved-views.server.ts";

async function place(role: Role = "support") {
  const workspace = await makeWorkspace();
  const agent = { id: (await makeAgent(workspace, { role })).id, role };
  const colleague = { id: (await makeAgent(workspace)).id, role: "support" as Role };
  const make = (name: string, rest = {}) =>
    createView(workspace, agent, { name, query: "priority=urgent", ...rest });
  const names = async () => (await listViews(workspace, agent)).map(({ name }) => name);
  return { workspace, agent, colleague, make, names };
}

test("a view is kept with its name, icon and filter, and cleaned of what is none", async () => {
  const { workspace, agent, make } = await place();
  await make("  VIP \n Norge ", { icon: "globe", query: "sort=oldest&evil=1&priority=urgent,never" });
  expect(await listViews(workspace, agent)).toMatchObject([
    { name: "VIP Norge", icon: "globe", query: "priority=urgent&sort=oldest", shared: false, own: true },
  ]);
});

test("the eleventh is refused in plain words, also when two tabs save at once", async () => {
  const { make, names } = await place();
  for (let n = 0; n < 9; n++) await make(`Vy ${n}`);
  const both = await Promise.allSettled([make("Tio"), make("Elva")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(make("Tolv")).rejects.toMatchObject({ code: "invalid", detail: { reason: "too-many" } });
  expect(await names()).toHaveLength(10);
});

test("views stand in the order they are put in, and only among one's own", async () => {
  const { workspace, agent, colleague, make, names } = await place("manager");
  const [a, b, c] = [await make("a"), await make("b"), await make("c")];
  await placeView(workspace, agent, c.id, b.id);
  expect(await names()).toEqual(["a", "c", "b"]);
  await placeView(workspace, agent, a.id, null);
  expect(await names()).toEqual(["c", "b", "a"]);
  await placeView(workspace, agent, b.id, b.id);
  expect(await names()).toEqual(["c", "b", "a"]);
  const theirs = await createView(workspace, colleague, { name: "x" });
  for (const [id, before] of [
    [a.id, theirs.id],
    [theirs.id, a.id],
    [a.id, "'; DROP"],
  ] as const)
    await expect(placeView(workspace, agent, id, before)).rejects.toMatchObject({ code: "not-found" });
  expect(await names()).toEqual(["c", "b", "a"]);
});

test("a shared view is seen by everybody, copied by anybody, and changed by its owner only", async () => {
  const { workspace, agent, colleague, make } = await place("manager");
  const { id } = await make("Brådskande", { shared: true });
  await make("Min egen");
  expect(await listViews(workspace, colleague)).toMatchObject([{ id, own: false }]);
  await expect(changeView(workspace, colleague, id, { name: "x" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(deleteView(workspace, colleague, id)).rejects.toMatchObject({ code: "not-found" });
  await copyView(workspace, colleague, id);
  expect(await listViews(workspace, colleague)).toMatchObject([
    { name: "Brådskande", own: true, shared: false },
    { id },
  ]);
  await deleteView(workspace, agent, id);
  expect(await listViews(workspace, colleague)).toHaveLength(1);
});

test("sharing is for managers and above", async () => {
  const { workspace, agent, make } = await place("support");
  await expect(make("Delad", { shared: true })).rejects.toMatchObject({ code: "forbidden" });
  const { id } = await make("Egen");
  await expect(changeView(workspace, agent, id, { shared: true })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a view needs a name", async () => {
  const { make } = await place();
  await expect(make(" \n ")).rejects.toMatchObject({ code: "invalid", detail: { field: "name" } });
});

test("another workspace's view does not exist", async () => {
  const { make } = await place();
  const { id } = await make("Här");
  const { workspace, agent } = await place();
  for (const act of [
    () => changeView(workspace, agent, id, { name: "x" }),
    () => copyView(workspace, agent, id),
    () => placeView(workspace, agent, id, null),
    () => deleteView(workspace, agent, id),
    () => deleteView(workspace, agent, "'; DROP"),
  ])
    await expect(act()).rejects.toMatchObject({ code: "not-found" });
});

test("views are counted for whoever looks, to a thousand and no further", async () => {
  const { workspace, agent, make } = await place();
  const store = await makeStore(workspace);
  await makeTicket(store, { assigneeId: agent.id, priority: "urgent" });
  await makeTicket(store, { priority: "urgent" });
  const mine = await make("Mina", { query: "assignee=me" });
  const urgent = await make("Brådskande", { query: "view=all&priority=urgent" });
  expect(await countViews(workspace, agent)).toEqual({ [mine.id]: 1, [urgent.id]: 2 });

  const template = await makeTicket(store, { priority: "urgent" });
  await db.$executeRaw`
    INSERT INTO "Ticket" SELECT (json_populate_record(t, json_build_object('id', gen_random_uuid(), 'number', 5000 + n))).*
    FROM "Ticket" t, generate_series(1, 1100) n WHERE t."workspaceId" = ${workspace.id}::uuid AND t.id = ${template.id}::uuid`;
  const colleague = { id: newId() };
  await createView(
    workspace,
    { id: agent.id, role: "owner" },
    { name: "Alla", query: "view=all", shared: true },
  );
  expect(Object.values(await countViews(workspace, colleague))).toEqual([1001]);
});
