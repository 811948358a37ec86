// Who gets in, through the real loaders and actions of every admin route.
import { makeShop, makeStaff, sandbox, sessionTokenOf } from "../tests/setup/sandbox.ts";
import { globSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { TokenOverrides } from "../sandbox/shopify/session-token.ts";
import type { Shop, Staff } from "../sandbox/world/types.ts";
import { dumpRows } from "../tests/dump.ts";
import { makeAgent, makeCustomer, makeMessage, makeTicket } from "../tests/factories.ts";
import { signInStaff } from "../tests/shopify-session.ts";
import { requireAgent, shopOfToken } from "./auth.server.ts";
import { db } from "./db.server.ts";
import { now } from "./lib/clock.ts";
import { newId } from "./lib/id.ts";
import { action as assignment } from "./routes/app.tickets.$ticketId.assignment.ts";
import { action as closure } from "./routes/app.tickets.$ticketId.closure.ts";
import { action as messages } from "./routes/app.tickets.$ticketId.messages.ts";
import { action as read } from "./routes/app.tickets.$ticketId.read.ts";
import { action as resend } from "./routes/app.tickets.$ticketId.messages.$messageId.delivery.ts";
import { action as role } from "./routes/app.team.$agentId.role.ts";
import { action as retry } from "./routes/app.unreadable.$receivedId.retry.ts";
import { loader as card } from "./routes/app.customers.card.$ticketId.ts";
import { loader as raw } from "./routes/app.unreadable.$receivedId.raw.ts";

// The library turns away what looks like a robot.
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";

type Handler = (args: {
  request: Request;
  params: Record<string, string>;
  context: Record<string, never>;
}) => unknown;

interface Visit {
  token: string | null;
  path?: string;
  method?: string;
  params?: Record<string, string>;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** What a loader or action answers, returned or thrown. */
async function visit(
  handler: Handler,
  { token, path = "/app", method = "GET", params = {}, ...rest }: Visit,
) {
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers: {
      "User-Agent": BROWSER,
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...rest.headers,
    },
    ...(rest.form ? { body: new URLSearchParams(rest.form) } : {}),
  });
  const answer = await Promise.resolve()
    .then(() => handler({ request, params, context: {} }))
    .catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    });
  return answer instanceof Response
    ? { status: answer.status, body: await answer.text() }
    : { status: 200, body: JSON.stringify(answer) };
}

/** A shop with one of its staff signed in and a conversation of the workspace's own. */
async function tenant(staff: Staff = makeStaff({ accountOwner: true })) {
  const shop = makeShop({ staff: [staff] });
  await signInStaff(shop, staff);
  const token = () => sessionTokenOf(shop, staff);
  const { workspace, store, agent } = await requireAgent(requestOf(token()));
  const brand = await db.brand.findFirstOrThrow({ where: { workspaceId: workspace.id } });
  const customer = await makeCustomer(workspace);
  const ticket = await makeTicket(
    { workspaceId: workspace.id, id: store.id, brand },
    { customerId: customer.id },
  );
  const message = await makeMessage(ticket);
  const failed = await makeMessage(ticket, { kind: "outbound", delivery: "failed" });
  const colleague = await makeAgent(workspace);
  const unread = await db.received.create({
    data: {
      id: newId(),
      source: "postmark",
      providerId: newId(),
      workspaceId: workspace.id,
      state: "dead",
      reason: "incomplete",
      body: new Uint8Array(Buffer.from("{}")),
      receivedAt: now(),
    },
  });
  return {
    shop,
    staff,
    token,
    workspace,
    store,
    agent,
    customer,
    ticket,
    message,
    failed,
    colleague,
    unread,
  };
}

type Tenant = Awaited<ReturnType<typeof tenant>>;

const requestOf = (token: string, path = "/app") =>
  new Request(`http://127.0.0.1:3000${path}`, {
    headers: { "User-Agent": BROWSER, Authorization: `Bearer ${token}` },
  });

describe("the shop of a session token", () => {
  const good = { exp: 1, iss: "https://a.myshopify.com/admin", dest: "https://a.myshopify.com" };
  test.each([
    ["as Shopify makes it", {}, "a.myshopify.com"],
    ["without exp", { exp: undefined }, null],
    ["without iss", { iss: undefined }, null],
    ["without dest", { dest: undefined }, null],
    ["issued by another shop", { iss: "https://b.myshopify.com/admin" }, null],
    ["for another host", { iss: "https://evil.example/admin", dest: "https://evil.example" }, null],
    [
      "for a host that only begins like a shop",
      { iss: "https://a.myshopify.com.evil.example", dest: "https://a.myshopify.com.evil.example" },
      null,
    ],
    [
      "for a host with a port",
      { iss: "https://a.myshopify.com:444/admin", dest: "https://a.myshopify.com:444" },
      null,
    ],
    ["with words for addresses", { iss: "a", dest: "a" }, null],
  ])("%s", (_, changes, shop) => {
    expect(shopOfToken({ ...good, ...changes })).toBe(shop);
  });
});

describe("every admin route refuses", () => {
  const files = globSync("app*{.ts,.tsx,/route.tsx}", { cwd: join(import.meta.dirname, "routes") }).filter(
    (file) => !file.includes(".test.") && !/module\.css|server\.ts/.test(file),
  );
  let doors: { name: string; handler: Handler; method: string }[] = [];
  let a: Tenant;

  beforeAll(async () => {
    a = await tenant();
    const modules = await Promise.all(
      files.map(async (file) => ({
        file,
        parts: (await import(join(import.meta.dirname, "routes", file))) as {
          loader?: Handler;
          action?: Handler;
        },
      })),
    );
    doors = modules.flatMap(({ file, parts }) => [
      ...(parts.loader ? [{ name: `GET ${file}`, handler: parts.loader, method: "GET" }] : []),
      ...(parts.action ? [{ name: `POST ${file}`, handler: parts.action, method: "POST" }] : []),
    ]);
  }, 60_000);

  const seconds = () => Math.floor(sandbox.state.now().getTime() / 1000);
  const wrong: [string, () => TokenOverrides | null][] = [
    ["no token", () => null],
    ["a token signed with nothing", () => ({ alg: "none" })],
    ["another key's", () => ({ secret: "guessed" })],
    ["another app's", () => ({ claims: { aud: "other-app" } })],
    ["one that ended 11 s ago", () => ({ claims: { exp: seconds() - 11 } })],
    ["one without an end", () => ({ claims: { exp: null } })],
    ["one that is not valid yet", () => ({ claims: { nbf: seconds() + 60 } })],
    ["one issued by another shop", () => ({ claims: { iss: "https://other.myshopify.com/admin" } })],
    [
      "one for a host outside",
      () => ({ claims: { iss: "https://evil.example/admin", dest: "https://evil.example" } }),
    ],
  ];

  test("and all of them are here", () => {
    expect(doors.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "GET app.live.ts",
        "GET app.tickets/route.tsx",
        "POST app.tickets.$ticketId.messages.ts",
        "POST app.team.$agentId.role.ts",
      ]),
    );
    expect(doors.length).toBeGreaterThanOrEqual(12);
  });

  test.each(wrong)("%s", async (_, overrides) => {
    const over = overrides();
    const before = await dumpRows([a.workspace.id]);
    for (const { name, handler, method } of doors) {
      const token = over === null ? null : sessionTokenOf(a.shop, a.staff, over);
      const params = {
        ticketId: a.ticket.id,
        messageId: a.failed.id,
        agentId: a.colleague.id,
        receivedId: a.unread.id,
      };
      const { status, body } = await visit(handler, {
        token,
        method,
        params,
        ...(method === "POST" ? { form: { text: "x", requestKey: newId(), seen: "", role: "owner" } } : {}),
      });
      expect(`${name} ${status}`).toMatch(/ (?:302|400|401|410)$/);
      expect(body).not.toContain(a.customer.name);
      expect(body).not.toContain(a.ticket.subject);
    }
    expect(await dumpRows([a.workspace.id])).toEqual(before);
  });
});

describe("one workspace's token with another's ids", () => {
  type Attempt = (of: Tenant) => {
    handler: Handler;
    method?: string;
    params: Record<string, string>;
    form?: Record<string, string>;
  };
  const attempts: [string, Attempt][] = [
    [
      "reply",
      ({ ticket, failed }) => ({
        handler: messages,
        params: { ticketId: ticket.id },
        form: { text: "Hej", requestKey: newId(), seen: failed.id },
      }),
    ],
    ["close", ({ ticket }) => ({ handler: closure, params: { ticketId: ticket.id } })],
    ["reopen", ({ ticket }) => ({ handler: closure, method: "DELETE", params: { ticketId: ticket.id } })],
    ["assign", ({ ticket }) => ({ handler: assignment, params: { ticketId: ticket.id } })],
    [
      "unassign",
      ({ ticket }) => ({ handler: assignment, method: "DELETE", params: { ticketId: ticket.id } }),
    ],
    ["mark as read", ({ ticket }) => ({ handler: read, params: { ticketId: ticket.id } })],
    [
      "send again",
      ({ ticket, failed }) => ({ handler: resend, params: { ticketId: ticket.id, messageId: failed.id } }),
    ],
    [
      "give a role",
      ({ colleague }) => ({ handler: role, params: { agentId: colleague.id }, form: { role: "owner" } }),
    ],
    [
      "take a role",
      ({ colleague }) => ({ handler: role, method: "DELETE", params: { agentId: colleague.id } }),
    ],
    ["read raw input", ({ unread }) => ({ handler: raw, method: "GET", params: { receivedId: unread.id } })],
    ["retry raw input", ({ unread }) => ({ handler: retry, params: { receivedId: unread.id } })],
    [
      "see the customer card",
      ({ ticket }) => ({ handler: card, method: "GET", params: { ticketId: ticket.id } }),
    ],
  ];

  test.each(attempts)("%s: not found, as for an id that never was", async (_, attempt) => {
    const [a, b] = [await tenant(), await tenant()];
    const before = await dumpRows([b.workspace.id]);
    const go = async (of: Tenant) =>
      visit(attempt(of).handler, { token: a.token(), method: "POST", ...attempt(of) });
    const theirs = await go(b);
    const nobody = { id: newId() };
    const random = await go({
      ...b,
      ticket: { ...b.ticket, ...nobody },
      failed: { ...b.failed, ...nobody },
      colleague: { ...b.colleague, ...nobody },
      unread: { ...b.unread, ...nobody },
    });
    const injected = { id: "' OR 1=1--" };
    const crooked = await go({
      ...b,
      ticket: { ...b.ticket, ...injected },
      failed: { ...b.failed, ...injected },
      colleague: { ...b.colleague, ...injected },
      unread: { ...b.unread, ...injected },
    });
    expect(theirs.status).toBe(404);
    expect(random).toEqual(theirs);
    // A reply is read before its ticket is looked for.
    expect([404, 422]).toContain(crooked.status);
    expect(await dumpRows([b.workspace.id])).toEqual(before);
    expect((await go(a)).status).toBe(200);
  });

  test("a message of theirs under a ticket of ours does not exist", async () => {
    const [a, b] = [await tenant(), await tenant()];
    const params = { ticketId: a.ticket.id, messageId: b.failed.id };
    expect((await visit(resend, { token: a.token(), method: "POST", params })).status).toBe(404);
  });

  test.each([
    ["in the address", (b: Tenant) => ({ path: `/app?shop=${b.shop.domain}` })],
    ["in the form", (b: Tenant) => ({ form: { shop: b.shop.domain } })],
    ["in a header", (b: Tenant) => ({ headers: { "X-Shopify-Shop-Domain": b.shop.domain } })],
  ])("naming the other shop %s changes nothing: the token says who it is", async (_, naming) => {
    const [a, b] = [await tenant(), await tenant()];
    const go = (of: Tenant) =>
      visit(closure, { token: a.token(), method: "POST", params: { ticketId: of.ticket.id }, ...naming(b) });
    expect((await go(b)).status).not.toBe(200);
    const mine = await go(a);
    // The library may take the contradiction for a reason to start over; it never takes it for the other shop.
    expect([200, 302, 401]).toContain(mine.status);
    expect((await db.ticket.findFirstOrThrow({ where: { workspaceId: b.workspace.id } })).status).toBe(
      "open",
    );
  });
});

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
