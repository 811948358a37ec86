// Settings through the real loaders and actions: who may change what, and whose it is.
import { describe, expect, test } from "vitest";
import { tenant, visit, type Handler, type Tenant } from "../tests/admin-call.ts";
import { dumpRows } from "../tests/dump.ts";
import { makeDepartment, unique } from "../tests/factories.ts";
import { db } from "./db.server.ts";
import { SYSTEM } from "./events/event.ts";
import { newId } from "./lib/id.ts";
import { ROLES } from "./team/roles.ts";
import { addSendingDomain } from "./workspace/sending-domains.server.ts";
import { addSupportAddress } from "./workspace/support-addresses.server.ts";
import { action as acknowledgement } from "./routes/app.settings.email.addresses.$addressId.acknowledgement.ts";
import { action as answers } from "./routes/app.settings.email.stores.$storeId.answers.ts";
import { action as chat } from "./routes/app.settings.chat.$storeId.changes.ts";
import { action as check } from "./routes/app.settings.email.domains.$name.check.ts";
import { action as connect } from "./routes/app.settings.email.addresses.ts";
import { action as connection } from "./routes/app.settings.email.addresses.$addressId.connection.ts";
import { action as hours } from "./routes/app.settings.hours.$storeId.changes.ts";
import { action as department } from "./routes/app.settings.email.addresses.$addressId.department.ts";
import { action as domains } from "./routes/app.settings.email.domains.ts";
import { action as profile } from "./routes/app.settings.own.profile.ts";
import { action as approval } from "./routes/app.settings.stores.$storeId.approval.ts";
import { action as publication } from "./routes/app.settings.stores.$storeId.publication.ts";
import { action as refetch } from "./routes/app.settings.stores.$storeId.orders.ts";
import { action as sender } from "./routes/app.settings.email.stores.$storeId.sender.ts";
import { action as testMail } from "./routes/app.settings.email.addresses.$addressId.test-mail.ts";
import { loader as addressPage } from "./routes/app.settings.email.addresses.$addressId/route.tsx";
import { loader as chatPage } from "./routes/app.settings.chat.$storeId/route.tsx";
import { loader as hoursPage } from "./routes/app.settings.hours.$storeId/route.tsx";
import { loader as domainPage } from "./routes/app.settings.email.domains.$name/route.tsx";
import { loader as emailPage } from "./routes/app.settings.email._index/route.tsx";
import { loader as newPage } from "./routes/app.settings.email.addresses.new/route.tsx";
import { loader as ownPage } from "./routes/app.settings.own/route.tsx";
import { loader as storePage } from "./routes/app.settings.email.stores.$storeId/route.tsx";

/** A tenant with an address that waits, a domain and a department. */
async function settled() {
  const it = await tenant();
  const { workspace, store } = it;
  const address = `hej-${unique()}@bjork.example`;
  const wish = { address, storeId: store.id, departmentId: null };
  const { id: addressId } = await addSupportAddress(workspace, wish, { by: SYSTEM });
  const { name } = await addSendingDomain(workspace, `shop-${unique()}.example`, { by: SYSTEM });
  return {
    ...it,
    ids: { addressId, name, storeId: store.id, departmentId: (await makeDepartment(workspace)).id },
  };
}

type Settled = Awaited<ReturnType<typeof settled>>;
type Ids = Settled["ids"];
type Attempt = {
  handler: Handler;
  method?: string;
  params?: Record<string, string>;
  form?: Record<string, string>;
};

const HOURS = { withinHours: "8", acknowledge: "no", quoteHistory: "no", trackOpens: "yes" };
const FACE = { senderName: "Björk kundservice", senderAddress: "", signature: "Hej" };

const changes: [string, (ids: Ids, own: Ids) => Attempt][] = [
  ["send a test mail", ({ addressId }) => ({ handler: testMail, params: { addressId } })],
  ["acknowledge", ({ addressId }) => ({ handler: acknowledgement, params: { addressId } })],
  [
    "not acknowledge",
    ({ addressId }) => ({ handler: acknowledgement, method: "DELETE", params: { addressId } }),
  ],
  [
    "choose no department",
    ({ addressId }) => ({ handler: department, method: "DELETE", params: { addressId } }),
  ],
  [
    "choose a department",
    ({ departmentId }, { addressId }) => ({
      handler: department,
      params: { addressId },
      form: { departmentId },
    }),
  ],
  ["disconnect", ({ addressId }) => ({ handler: connection, method: "DELETE", params: { addressId } })],
  ["reconnect", ({ addressId }) => ({ handler: connection, params: { addressId } })],
  [
    "connect an address for a store",
    ({ storeId }) => ({ handler: connect, form: { address: `ny-${unique()}@bjork.example`, storeId } }),
  ],
  ["change the sender", ({ storeId }) => ({ handler: sender, params: { storeId }, form: FACE })],
  [
    "change what customers are told",
    ({ storeId }) => ({ handler: answers, params: { storeId }, form: HOURS }),
  ],
  [
    "set an approval limit",
    ({ storeId }) => ({ handler: approval, params: { storeId }, form: { over: "500" } }),
  ],
  ["publish once more", ({ storeId }) => ({ handler: publication, params: { storeId } })],
  ["fetch the orders again", ({ storeId }) => ({ handler: refetch, params: { storeId } })],
  [
    "change the chat",
    ({ storeId }) => ({ handler: chat, params: { storeId }, form: { chat: '{"position":"left"}' } }),
  ],
  [
    "change office hours",
    ({ storeId }) => ({ handler: hours, params: { storeId }, form: { hours: "{}", messages: "{}" } }),
  ],
  ["check a domain", ({ name }) => ({ handler: check, params: { name } })],
  ["remove a domain", ({ name }) => ({ handler: domains, method: "DELETE", form: { name } })],
];

const pages: [string, (ids: Ids) => Attempt][] = [
  ["see an address", ({ addressId }) => ({ handler: addressPage, method: "GET", params: { addressId } })],
  ["see a domain", ({ name }) => ({ handler: domainPage, method: "GET", params: { name } })],
  ["see a store's hours", ({ storeId }) => ({ handler: hoursPage, method: "GET", params: { storeId } })],
  ["see a store's chat", ({ storeId }) => ({ handler: chatPage, method: "GET", params: { storeId } })],
  ["see a store's sender", ({ storeId }) => ({ handler: storePage, method: "GET", params: { storeId } })],
];

const go = (as: Tenant, attempt: Attempt) =>
  visit(attempt.handler, { token: as.token(), method: "POST", ...attempt });

describe("with another workspace's ids", () => {
  test.each([...changes, ...pages])("%s: not found, as for an id that never was", async (_, attempt) => {
    const [a, b] = [await settled(), await settled()];
    const before = await dumpRows([b.workspace.id]);
    const theirs = await go(a, attempt(b.ids, a.ids));
    const id = newId();
    const nobody = { addressId: id, name: `${id}.example`, storeId: id, departmentId: id };
    const crooked = "' OR 1=1--";
    const nonsense = { addressId: crooked, name: crooked, storeId: crooked, departmentId: crooked };
    expect(theirs.status).toBe(404);
    expect(await go(a, attempt(nobody, a.ids))).toEqual(theirs);
    expect((await go(a, attempt(nonsense, a.ids))).status).toBe(404);
    expect(await dumpRows([b.workspace.id])).toEqual(before);
    expect((await go(a, attempt(a.ids, a.ids))).status).toBe(200);
  });
});

describe("who may", () => {
  const colleague = async (boss: Settled, role: string) => {
    await db.agent.updateMany({
      where: { workspaceId: boss.workspace.id, id: boss.agent.id },
      data: { role },
    });
    return boss;
  };

  test.each(ROLES)("%s: owners and admins change settings, the others read them", async (role) => {
    const it = await colleague(await settled(), role);
    const may = role === "owner" || role === "admin";
    const before = await dumpRows([it.workspace.id]);
    for (const [, attempt] of changes.slice(0, may ? 1 : changes.length))
      expect((await go(it, attempt(it.ids, it.ids))).status).toBe(may ? 200 : 403);
    if (!may) expect(await dumpRows([it.workspace.id])).toEqual(before);
    expect((await go(it, { handler: newPage, method: "GET" })).status).toBe(may ? 200 : 403);
    for (const [, attempt] of [...pages, ["", () => ({ handler: emailPage, method: "GET" })] as const]) {
      const answer = await go(it, attempt(it.ids));
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body).owners).toEqual(may ? null : expect.any(Array));
    }
  });

  test("everybody changes their own signature and notifications, and only theirs", async () => {
    const it = await colleague(await settled(), "support");
    const form = {
      signature: "  Vänligen\r\nTove ",
      notifyByMail: "all",
      shownName: " To\nve ",
      agentId: it.colleague.id,
    };
    expect((await go(it, { handler: profile, form })).status).toBe(200);
    const read = await go(it, { handler: ownPage, method: "GET" });
    expect(JSON.parse(read.body).profile).toEqual({
      signature: "Vänligen\nTove",
      notifyByMail: "all",
      shownName: "To ve",
    });
    const other = await db.agent.findFirstOrThrow({
      where: { workspaceId: it.workspace.id, id: it.colleague.id },
    });
    expect(other).toMatchObject({ signature: "", notifyByMail: "mine" });
    expect(await db.event.count({ where: { workspaceId: it.workspace.id, type: "profile-changed" } })).toBe(
      1,
    );
  });

  test.each([
    ["an unknown choice", { signature: "", notifyByMail: "sometimes" }],
    ["a very long name", { signature: "", notifyByMail: "all", shownName: "x".repeat(41) }],
    ["a very long signature", { signature: "x".repeat(2_001), notifyByMail: "all" }],
  ])("%s is refused", async (_, form) => {
    expect((await go(await settled(), { handler: profile, form })).status).toBe(422);
  });
});

test.each(["0", "241", "8.5", "-1", "", "8e1", "åtta"])(
  "customers are not told %j hours",
  async (withinHours) => {
    const it = await settled();
    const { storeId } = it.ids;
    const answer = await go(it, {
      handler: answers,
      params: { storeId },
      form: { withinHours, acknowledge: "no" },
    });
    expect(answer.status).toBe(422);
    expect(await db.setting.count({ where: { workspaceId: it.workspace.id } })).toBe(0);
  },
);

test("what customers are told is the store's own, with an event for each setting", async () => {
  const it = await settled();
  const { storeId } = it.ids;
  await go(it, { handler: answers, params: { storeId }, form: HOURS });
  const read = await go(it, { handler: storePage, method: "GET", params: { storeId } });
  expect(JSON.parse(read.body).answers).toEqual({
    withinHours: 8,
    acknowledge: false,
    quoteHistory: false,
    trackOpens: true,
  });
  expect(await db.event.count({ where: { workspaceId: it.workspace.id, type: "setting-changed" } })).toBe(2);
});

test.each([
  ["colour", { colour: "red" }, "colour"],
  ["silence", { silenceMinutes: 4 }, "silenceMinutes"],
  ["address that is not the store's", { followUpFrom: newId() }, "followUpFrom"],
  ["text", { texts: { sv: { greeting: "x".repeat(301) } } }, "texts.sv.greeting"],
])("a chat with a wrong %s is refused by the name of its field", async (_, wish, field) => {
  const it = await settled();
  const { storeId } = it.ids;
  const form = { chat: JSON.stringify(wish) };
  const answer = await go(it, { handler: chat, params: { storeId }, form });
  expect(answer.status).toBe(422);
  expect(JSON.parse(answer.body).detail).toEqual({ fields: [field] });
  expect(await db.setting.count({ where: { workspaceId: it.workspace.id } })).toBe(0);
});
