// Who gets in, through the real loaders and actions of every admin route.
import { sandbox, sessionTokenOf } from "../tests/setup/sandbox.ts";
import { globSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { TokenOverrides } from "../sandbox/shopify/session-token.ts";
import { tenant, visit, type Handler, type Tenant } from "../tests/admin-call.ts";
import { dumpRows } from "../tests/dump.ts";
import { shopOfToken } from "./auth.server.ts";
import { newId } from "./lib/id.ts";

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
