// Domains a merchant sends from, through the sandbox's Postmark and its DNS.
import { callsWith, sandbox } from "../../tests/setup/sandbox.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeStore, makeWorkspace, unique } from "../../tests/factories.ts";
import { AppError } from "../errors.ts";
import { db } from "../db.server.ts";
import { handlers } from "../jobs/handlers.server.ts";
import { sweep } from "../jobs/sweep.server.ts";
import { DAY, HOUR, later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { checkSendingDomain } from "./domain-check.server.ts";
import { changeSender, listSenders, senderAddressNow } from "./sender.server.ts";
import {
  addSendingDomain,
  findSendingDomain,
  listFailingDomains,
  listSendingDomains,
  removeSendingDomain,
} from "./sending-domains.server.ts";

const by = { kind: "agent", id: newId() } as const;
const OURS = "mail@samla.example";

beforeEach(() => void (sandbox.state.failures.length = 0));
afterEach(() => void (sandbox.state.failures.length = 0));

const inDns = (name: string, there: boolean, record: "dkim" | "returnPath" = "dkim") => {
  const domain = sandbox.state.mail.domains.find((one) => one.name === name);
  if (!domain) throw new Error(`Postmark has no ${name}`);
  sandbox.state.mail.published[there ? "add" : "delete"](domain[record].host);
};

/** A workspace with a store and a domain it added. */
async function added() {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  const name = `shop-${unique()}.example`;
  await addSendingDomain(workspace, name, { by });
  const check = () => checkSendingDomain(workspace, name, { by });
  const state = async () => (await findSendingDomain(workspace, name)).state;
  const events = async () =>
    (await db.event.findMany({ where: { workspaceId: workspace.id }, orderBy: { id: "asc" } })).map(
      ({ type }) => type,
    );
  return { workspace, store, name, check, state, events };
}

type Added = Awaited<ReturnType<typeof added>>;

const proven = async (): Promise<Added> => {
  const it = await added();
  inDns(it.name, true);
  await it.check();
  return it;
};

describe("adding a domain", () => {
  test("shows both records and waits for DNS", async () => {
    const it = await added();
    expect(await findSendingDomain(it.workspace, it.name)).toMatchObject({
      state: "pending",
      dkim: { host: expect.stringContaining(`pm._domainkey.${it.name}`), found: false },
      returnPath: { host: `pm-bounces.${it.name}`, value: "pm.mtasv.net", found: false },
    });
    expect(await it.events()).toEqual(["domain-added"]);
  });

  test.each([
    ["https://www.NAME/kontakt?x=1", ""],
    ["hej@NAME", ""],
    ["  NAME. ", ""],
  ])("understands %j", async (written) => {
    const name = `shop-${unique()}.example`;
    const workspace = await makeWorkspace();
    expect(await addSendingDomain(workspace, written.replace("NAME", name), { by })).toEqual({ name });
  });

  test("an international name is added as DNS writes it", async () => {
    const letters = unique();
    const { name } = await addSendingDomain(await makeWorkspace(), `fjällrum-${letters}.example`, { by });
    expect(name).toMatch(/^xn--fj/);
  });

  test.each([
    ["", "no-domain"],
    ["localhost", "no-domain"],
    ["127.0.0.1", "no-domain"],
    ["-a.example", "no-domain"],
    ["a..example", "no-domain"],
    [`${"a".repeat(64)}.example`, "no-domain"],
    ["Gmail.com", "public"],
    ["yahoo.co.uk", "public"],
    ["samla.example", "elsewhere"],
    ["inbound.postmarkapp.com", "elsewhere"],
  ])("%j is refused: %s", async (written, reason) => {
    await expect(addSendingDomain(await makeWorkspace(), written, { by })).rejects.toMatchObject({
      code: "invalid",
      detail: { field: "domain", reason },
    });
  });

  test("again in the same workspace changes nothing", async () => {
    const it = await added();
    await addSendingDomain(it.workspace, it.name.toUpperCase(), { by });
    expect(callsWith("/domains", it.name)).toHaveLength(1);
  });

  test("a domain Postmark has without a row of ours is never adopted or deleted", async () => {
    const it = await added();
    await db.sendingDomain.delete({ where: { name: it.name } });
    await expect(addSendingDomain(it.workspace, it.name, { by })).rejects.toMatchObject({
      detail: { reason: "elsewhere" },
    });
    expect(sandbox.state.mail.domains.some(({ name }) => name === it.name)).toBe(true);
  });

  test.each([
    [429, "too-many"],
    [500, "unavailable"],
  ])("Postmark's %i is %s, and leaves nothing behind", async (status, code) => {
    const name = `shop-${unique()}.example`;
    const workspace = await makeWorkspace();
    sandbox.state.failures.push({ service: "postmark", match: "POST /domains", times: 1, status });
    await expect(addSendingDomain(workspace, name, { by })).rejects.toMatchObject({ code });
    expect(await listSendingDomains(workspace)).toEqual([]);
    await addSendingDomain(workspace, name, { by });
  });
});

describe("another workspace's domain", () => {
  test("is refused while the claim is fresh or proven", async () => {
    const [fresh, held] = [await added(), await proven()];
    const other = await makeWorkspace();
    await db.sendingDomain.update({
      where: { name: held.name },
      data: { createdAt: later(now(), -30 * DAY) },
    });
    for (const { name } of [fresh, held])
      await expect(addSendingDomain(other, name, { by })).rejects.toMatchObject({
        detail: { reason: "elsewhere" },
      });
  });

  test("that nobody proved for a week can be taken over, with a key the first one never saw", async () => {
    const it = await added();
    const before = await findSendingDomain(it.workspace, it.name);
    inDns(it.name, true);
    await db.sendingDomain.update({ where: { name: it.name }, data: { createdAt: later(now(), -8 * DAY) } });
    const other = await makeWorkspace();
    await addSendingDomain(other, it.name, { by });
    const after = await findSendingDomain(other, it.name);
    expect(after.dkim.value).not.toBe(before.dkim.value);
    await expect(findSendingDomain(it.workspace, it.name)).rejects.toBeInstanceOf(AppError);
    // By nobody they could know.
    expect(
      await db.event.findFirst({ where: { workspaceId: it.workspace.id, type: "domain-removed" } }),
    ).toMatchObject({ actorKind: "system", actorId: null });
  });

  test("does not exist for checking, reading or removing", async () => {
    const [a, b] = [await added(), await added()];
    for (const work of [
      () => checkSendingDomain(a.workspace, b.name, { by }),
      () => findSendingDomain(a.workspace, b.name),
      () => removeSendingDomain(a.workspace, b.name, { by }),
    ])
      await expect(work()).rejects.toMatchObject({ code: "not-found" });
    const wish = { senderName: "Vi", senderAddress: `hej@${b.name}`, signature: "" };
    await expect(changeSender(a.workspace, a.store.id, wish, { by })).rejects.toMatchObject({
      detail: { field: "senderAddress", reason: "no-domain" },
    });
    await expect(changeSender(a.workspace, b.store.id, wish, { by })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("checking", () => {
  test("DKIM alone verifies; the Return-Path is noted", async () => {
    const it = await added();
    await it.check();
    expect(await it.state()).toBe("pending");
    inDns(it.name, true, "returnPath");
    await it.check();
    expect(await it.state()).toBe("pending");
    inDns(it.name, true);
    await it.check();
    expect(await findSendingDomain(it.workspace, it.name)).toMatchObject({
      state: "verified",
      dkim: { found: true },
      returnPath: { found: true },
    });
    expect(await it.events()).toEqual([
      "domain-added",
      "domain-checked",
      "domain-checked",
      "domain-verified",
    ]);
  });

  test("a verified domain that fails is not used from that moment, and is used again when it recovers", async () => {
    const it = await proven();
    const address = `hej@${it.name}`;
    await changeSender(
      it.workspace,
      it.store.id,
      { senderName: "Vi", senderAddress: address, signature: "" },
      { by },
    );
    const from = async () => {
      const brand = await db.brand.findFirstOrThrow({ where: { workspaceId: it.workspace.id } });
      const [shown] = await listSenders(it.workspace);
      const used = await senderAddressNow(db, brand);
      expect(shown?.effective).toBe(used);
      return used;
    };
    expect(await from()).toBe(address);
    inDns(it.name, false);
    await handlers["check-domain"]({ name: it.name }, { lastTry: false });
    expect(await from()).toBe(OURS);
    expect(await listFailingDomains(it.workspace)).toEqual([it.name]);
    inDns(it.name, true);
    await handlers["check-domain"]({ name: it.name }, { lastTry: false });
    expect(await from()).toBe(address);
    expect(await listFailingDomains(it.workspace)).toEqual([]);
    expect((await it.events()).slice(-2)).toEqual(["domain-failing", "domain-recovered"]);
  });

  test("with Postmark away nothing is concluded: the job comes again", async () => {
    const it = await proven();
    sandbox.state.failures.push({ service: "postmark", match: "PUT /domains", times: 1, status: 500 });
    await expect(handlers["check-domain"]({ name: it.name }, { lastTry: false })).rejects.toThrow();
    expect(await it.state()).toBe("verified");
  });

  test("a domain Postmark has forgotten fails, and can be removed all the same", async () => {
    const it = await proven();
    sandbox.state.mail.domains = sandbox.state.mail.domains.filter(({ name }) => name !== it.name);
    await handlers["check-domain"]({ name: it.name }, { lastTry: false });
    expect(await it.state()).toBe("failing");
    await removeSendingDomain(it.workspace, it.name, { by });
    expect(await listSendingDomains(it.workspace)).toEqual([]);
  });

  test("comes due daily, hourly while it is new and unproven, and then not again at once", async () => {
    const jobsFor = async (name: string) => {
      const rows = await db.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM pgboss.job WHERE name = 'check-domain' AND data->>'name' = ${name}`;
      return Number(rows[0]?.count);
    };
    const [daily, hourly, old] = [await proven(), await added(), await added()];
    const at = (name: string, checkedAt: Date, createdAt = now()) =>
      db.sendingDomain.update({ where: { name }, data: { checkedAt, createdAt } });
    await at(daily.name, later(now(), -DAY + HOUR));
    await at(hourly.name, later(now(), -HOUR / 2));
    await at(old.name, later(now(), -2 * HOUR), later(now(), -8 * DAY));
    await sweep();
    expect(await Promise.all([daily, hourly, old].map(({ name }) => jobsFor(name)))).toEqual([0, 0, 0]);
    await at(daily.name, later(now(), -DAY));
    await at(hourly.name, later(now(), -HOUR));
    await at(old.name, later(now(), -DAY), later(now(), -8 * DAY));
    await sweep();
    await sweep();
    expect(await Promise.all([daily, hourly, old].map(({ name }) => jobsFor(name)))).toEqual([1, 1, 1]);
  });
});

test("removing a domain takes it from Postmark and from every sender of the workspace", async () => {
  const it = await proven();
  const address = `hej@${it.name}`;
  await changeSender(
    it.workspace,
    it.store.id,
    { senderName: "Vi", senderAddress: address, signature: "" },
    { by },
  );
  await removeSendingDomain(it.workspace, it.name, { by });
  expect((await listSenders(it.workspace))[0]).toMatchObject({ senderAddress: null, effective: OURS });
  expect(sandbox.state.mail.domains.some(({ name }) => name === it.name)).toBe(false);
});
