import { describe, expect, test } from "vitest";
import { makeAgent, makeStore, makeWorkspace, unique } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { agentOfStaff, giveRole, listTeam, removeRole, type StaffMember } from "./agents.server.ts";

const by = { by: SYSTEM };

const person = (given: Partial<StaffMember> = {}): StaffMember => ({
  shopifyUserId: String(parseInt(unique().slice(0, 9), 16)),
  name: "Tove Lind",
  email: `tove-${unique()}@bjork.example`,
  emailVerified: true,
  accountOwner: false,
  locale: "sv",
  ...given,
});

async function workspaceWithStores() {
  const workspace = await makeWorkspace();
  const [a, b] = [await makeStore(workspace, { name: "Björk" }), await makeStore(workspace, { name: "Alm" })];
  const enter = (store: { id: string }, staff: StaffMember) =>
    agentOfStaff({ workspaceId: workspace.id, storeId: store.id }, staff);
  return { workspace, a, b, enter };
}

describe("who is who", () => {
  test("the first becomes owner, the account owner too, everybody else has no role", async () => {
    const { a, enter } = await workspaceWithStores();
    expect((await enter(a, person())).role).toBe("owner");
    expect((await enter(a, person())).role).toBeNull();
    expect((await enter(a, person({ accountOwner: true }))).role).toBe("owner");
  });

  test("twenty who open it for the first time at once: one owner", async () => {
    const { workspace, a, enter } = await workspaceWithStores();
    await Promise.all(Array.from({ length: 20 }, () => enter(a, person())));
    const team = await listTeam(workspace);
    expect(team).toHaveLength(20);
    expect(team.filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  test("the same person opening it ten times at once is one agent", async () => {
    const { workspace, a, enter } = await workspaceWithStores();
    const staff = person();
    const agents = await Promise.all(Array.from({ length: 10 }, () => enter(a, staff)));
    expect(new Set(agents.map(({ id }) => id)).size).toBe(1);
    expect(await listTeam(workspace)).toHaveLength(1);
  });

  test("in the second store the same verified address is the same agent, however it is written", async () => {
    const { workspace, a, b, enter } = await workspaceWithStores();
    const email = `Tove-${unique()}@Bjork.example`;
    const first = await enter(a, person({ email }));
    const second = await enter(b, person({ email: email.toUpperCase() }));
    expect(second.id).toBe(first.id);
    expect(await listTeam(workspace)).toMatchObject([
      { stores: expect.arrayContaining(["Björk", "Alm"]) as string[] },
    ]);
  });

  test("an address nobody verified is nobody's: a new agent without a role", async () => {
    const { a, b, enter } = await workspaceWithStores();
    const owner = await enter(a, person());
    const thief = await enter(b, person({ email: owner.email, emailVerified: false }));
    expect(thief.id).not.toBe(owner.id);
    expect(thief.role).toBeNull();
  });

  test("the same address in another workspace is another agent", async () => {
    const [one, other] = [await workspaceWithStores(), await workspaceWithStores()];
    const staff = person();
    expect((await one.enter(one.a, staff)).id).not.toBe((await other.enter(other.a, staff)).id);
  });

  test("somebody retired who comes back has no role any more", async () => {
    const { workspace, a, enter } = await workspaceWithStores();
    await enter(a, person());
    const staff = person();
    const agent = await enter(a, staff);
    await giveRole(workspace, agent.id, "support", by);
    await db.agent.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: agent.id } },
      data: { retiredAt: now() },
    });
    const back = await enter(a, staff);
    expect(back.role).toBeNull();
    expect((await enter(a, staff)).id).toBe(back.id);
  });

  test("a changed name or language is noted", async () => {
    const { workspace, a, enter } = await workspaceWithStores();
    const staff = person();
    await enter(a, staff);
    expect(await enter(a, { ...staff, name: "Tove Ek", locale: "nb" })).toMatchObject({ locale: "nb" });
    expect(await listTeam(workspace)).toMatchObject([{ name: "Tove Ek" }]);
  });
});

describe("roles", () => {
  async function team() {
    const workspace = await makeWorkspace();
    const owner = await makeAgent(workspace, { role: "owner", name: "Åsa" });
    const other = await makeAgent(workspace, { role: null, name: "Bo" });
    const roles = async () => new Map((await listTeam(workspace)).map(({ id, role }) => [id, role]));
    return { workspace, owner, other, roles };
  }

  test("are given, changed and taken, each written down once", async () => {
    const { workspace, other, roles } = await team();
    await giveRole(workspace, other.id, "support", by);
    await giveRole(workspace, other.id, "support", by);
    await giveRole(workspace, other.id, "admin", by);
    expect((await roles()).get(other.id)).toBe("admin");
    await removeRole(workspace, other.id, by);
    await removeRole(workspace, other.id, by);
    expect((await roles()).get(other.id)).toBeNull();
    const events = await db.event.findMany({ where: { workspaceId: workspace.id }, orderBy: { id: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["role-given", "role-given", "role-removed"]);
  });

  test("those without one come first in the list, so that an owner sees who waits", async () => {
    const { workspace, owner, other } = await team();
    expect((await listTeam(workspace)).map(({ id }) => id)).toEqual([other.id, owner.id]);
  });

  test("the last owner stays one", async () => {
    const { workspace, owner, other, roles } = await team();
    await expect(removeRole(workspace, owner.id, by)).rejects.toMatchObject({ code: "last-owner" });
    await expect(giveRole(workspace, owner.id, "admin", by)).rejects.toMatchObject({ code: "last-owner" });
    await giveRole(workspace, owner.id, "owner", by);
    await giveRole(workspace, other.id, "owner", by);
    await removeRole(workspace, owner.id, by);
    expect([...(await roles()).values()].filter((role) => role === "owner")).toHaveLength(1);
  });

  test("two owners who remove each other at the same time: one stays", async () => {
    const { workspace, owner, other, roles } = await team();
    await giveRole(workspace, other.id, "owner", by);
    const outcomes = await Promise.allSettled([
      removeRole(workspace, owner.id, by),
      removeRole(workspace, other.id, by),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([...(await roles()).values()].filter((role) => role === "owner")).toHaveLength(1);
  });

  test.each([
    ["another workspace's agent", async () => (await makeAgent(await makeWorkspace(), { role: null })).id],
    ["nobody", async () => newId()],
    ["no id", async () => "' OR 1=1--"],
  ])("of %s can't be given or taken", async (_, idOf) => {
    const { workspace } = await team();
    const id = await idOf();
    await expect(giveRole(workspace, id, "owner", by)).rejects.toMatchObject({ code: "not-found" });
    await expect(removeRole(workspace, id, by)).rejects.toMatchObject({ code: "not-found" });
    const agent = await db.agent.findFirst({ where: { id: { equals: id.length === 36 ? id : newId() } } });
    expect(agent?.role ?? null).toBeNull();
  });
});
