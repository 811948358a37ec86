// Staff members who open the app: who becomes whom, and what each may do.
import { makeShop, makeStaff, sessionTokenOf } from "../tests/setup/sandbox.ts";
import { describe, expect, test } from "vitest";
import type { Shop, Staff } from "../sandbox/world/types.ts";
import { requestOf, tenant, visit } from "../tests/admin-call.ts";
import { signInStaff } from "../tests/shopify-session.ts";
import { requireAgent } from "./auth.server.ts";
import { db } from "./db.server.ts";
import { newId } from "./lib/id.ts";
import { action as closure } from "./routes/app.tickets.$ticketId.closure.ts";
import { action as role } from "./routes/app.team.$agentId.role.ts";
import { loader as raw } from "./routes/app.unreadable.$receivedId.raw.ts";

describe("staff", () => {
  const enter = async (shop: Shop, staff: Staff) => {
    await signInStaff(shop, staff);
    return requireAgent(requestOf(sessionTokenOf(shop, staff)));
  };

  test("who opens the app for the first time gets a workspace, a store and is its owner", async () => {
    const staff = makeStaff();
    const shop = makeShop({ staff: [staff] });
    const { agent, store } = await enter(shop, staff);
    expect(agent).toMatchObject({ name: "Tove Lind", email: staff.email, role: "owner", locale: "sv-SE" });
    expect(store.shopDomain).toBe(shop.domain);
    expect(await enter(shop, staff)).toMatchObject({ agent: { id: agent.id } });
  });

  test("ten requests of the first visit make one workspace", async () => {
    const staff = makeStaff();
    const shop = makeShop({ staff: [staff] });
    await signInStaff(shop, staff);
    const entered = await Promise.all(
      Array.from({ length: 10 }, () => requireAgent(requestOf(sessionTokenOf(shop, staff)))),
    );
    expect(new Set(entered.map(({ workspace }) => workspace.id)).size).toBe(1);
    expect(new Set(entered.map(({ agent }) => agent.id)).size).toBe(1);
    expect(await db.store.count({ where: { shopDomain: shop.domain } })).toBe(1);
  });

  test("the next one has no role and is told so, the account owner is an owner", async () => {
    const [first, second, boss] = [makeStaff(), makeStaff(), makeStaff({ accountOwner: true })];
    const shop = makeShop({ staff: [first, second, boss] });
    const { workspace } = await enter(shop, first);
    await expect(enter(shop, second)).rejects.toMatchObject({ code: "no-role" });
    expect((await enter(shop, boss)).agent.role).toBe("owner");
    const refused = await visit(closure, {
      token: sessionTokenOf(shop, second),
      method: "POST",
      params: { ticketId: newId() },
    });
    expect(refused.status).toBe(403);
    expect(await db.agent.count({ where: { workspaceId: workspace.id } })).toBe(3);
  });

  test("a staff member who never opened the app signs in by token exchange, and tokens are kept sealed", async () => {
    const staff = makeStaff();
    const shop = makeShop({ staff: [staff] });
    const { agent } = await requireAgent(requestOf(sessionTokenOf(shop, staff)));
    expect(agent.role).toBe("owner");
    const sessions = await db.session.findMany({ where: { shop: shop.domain } });
    expect(sessions).toHaveLength(2);
    expect(sessions.every(({ accessToken }) => accessToken.startsWith("v1."))).toBe(true);
  });

  test.each([
    ["support", 403],
    ["owner", 200],
  ])("who is %s and gives a role gets %i", async (given, status) => {
    const a = await tenant();
    await db.agent.update({
      where: { workspaceId_id: { workspaceId: a.workspace.id, id: a.agent.id } },
      data: { role: given },
    });
    const answer = await visit(role, {
      token: a.token(),
      method: "POST",
      params: { agentId: a.colleague.id },
      form: { role: "admin" },
    });
    expect(answer.status).toBe(status);
  });

  test("raw input is for owners and admins", async () => {
    const a = await tenant();
    const look = () => visit(raw, { token: a.token(), params: { receivedId: a.unread.id } });
    expect((await look()).status).toBe(200);
    await db.agent.update({
      where: { workspaceId_id: { workspaceId: a.workspace.id, id: a.agent.id } },
      data: { role: "manager" },
    });
    expect((await look()).status).toBe(403);
  });
});
