import { expect, test } from "vitest";
import { makeStore } from "../../../tests/factories.ts";
import { someone, storefront, ticketsOf } from "../../../tests/storefront-call.ts";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { SYSTEM } from "../../events/event.ts";
import { HOUR, later, MINUTE, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { retryUnreadable } from "../unreadable.server.ts";
import { acceptForm, type Visitor } from "./accept.server.ts";
import type { Submission } from "./submission.ts";
import { takeInForm } from "./take-in.server.ts";

async function visit() {
  const { workspace, store } = await storefront();
  const visitor: Visitor = { workspace, store, shopifyCustomerId: null };
  return { workspace, store, visitor };
}

const wrote = (given: Partial<Submission> = {}): Submission => ({
  name: "Ebba Lind",
  email: someone(),
  orderNumber: null,
  topic: null,
  page: null,
  message: `Var är min jacka? ${newId()}`,
  locale: "sv",
  submissionId: null,
  elapsedMs: null,
  website: "",
  answers: [],
  route: null,
  uploads: [],
  formId: null,
  ...given,
});

const receivedOf = (workspace: { id: string }) =>
  db.received.findMany({ where: { workspaceId: workspace.id } });

const jobsFor = (receivedId: string) => db.$queryRaw<{ name: string; start_after: Date }[]>`
  SELECT name, start_after FROM pgboss.job WHERE data->>'receivedId' = ${receivedId}`;

test("a form becomes a ticket at once, with its number, and its raw input is kept", async () => {
  const { workspace, store, visitor } = await visit();
  const form = wrote({ orderNumber: "#2188", topic: "Leverans" });
  expect(await acceptForm(visitor, form)).toEqual({ number: "BC-1001" });
  const [ticket] = await ticketsOf(workspace);
  expect(ticket).toMatchObject({
    channel: "form",
    storeId: store.id,
    subject: "Leverans · #2188",
    topic: "Leverans",
    orderName: "#2188",
    locale: "sv",
    status: "open",
    waitingOn: "us",
    identity: "claimed",
    spam: false,
  });
  expect(ticket?.customer).toMatchObject({ name: "Ebba Lind", email: form.email });
  expect(ticket?.messages).toMatchObject([{ kind: "inbound", text: form.message, senderProof: "claimed" }]);
  const [received] = await receivedOf(workspace);
  expect(received).toMatchObject({
    source: "form",
    server: store.shopDomain,
    state: "done",
    storeId: store.id,
  });
  expect(JSON.parse(Buffer.from(received?.body ?? []).toString())).toMatchObject({ message: form.message });
});

test("the event that acknowledges it is recorded with the ticket", async () => {
  const { workspace, visitor } = await visit();
  await acceptForm(visitor, wrote());
  const [event] = await db.event.findMany({ where: { workspaceId: workspace.id } });
  expect(event).toMatchObject({ type: "ticket-opened", data: { automatic: false } });
});

test("one submission twenty times in parallel is one ticket, and every answer names it", async () => {
  const { workspace, visitor } = await visit();
  await acceptForm(visitor, wrote({ submissionId: newId() }));
  const form = wrote({ submissionId: newId(), elapsedMs: 9000 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => acceptForm(visitor, { ...form, elapsedMs: 9000 + n })),
  );
  expect(new Set(answers.map(({ number }) => number))).toEqual(new Set(["BC-1002"]));
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ messages }) => messages.length)).toEqual([1, 1]);
  expect(await receivedOf(workspace)).toMatchObject([{ state: "done" }, { state: "done" }]);
});

test("the same submission again, an hour later, gets the same answer", async () => {
  const { workspace, visitor } = await visit();
  const form = wrote({ submissionId: newId(), elapsedMs: 9000 });
  const first = await acceptForm(visitor, form);
  await db.received.updateMany({
    where: { workspaceId: workspace.id },
    data: { receivedAt: later(now(), -2 * HOUR) },
  });
  expect(await acceptForm(visitor, form)).toEqual(first);
  expect(await ticketsOf(workspace)).toHaveLength(1);
});

test("a submission corrected and sent again under its old id is not lost", async () => {
  const { workspace, visitor } = await visit();
  const form = wrote({ submissionId: newId(), elapsedMs: 9000 });
  await acceptForm(visitor, form);
  await acceptForm(visitor, { ...form, message: `${form.message} Och mina vantar?` });
  const [ticket] = await ticketsOf(workspace);
  expect(ticket?.messages.map(({ text }) => text)).toEqual([
    form.message,
    `${form.message} Och mina vantar?`,
  ]);
});

test("one submission id in two stores is two submissions", async () => {
  const { workspace, visitor } = await visit();
  const form = wrote({ submissionId: newId(), elapsedMs: 9000 });
  await acceptForm(visitor, form);
  await acceptForm(
    { ...visitor, store: await makeStore(workspace) },
    { ...form, message: "Till den andra butiken" },
  );
  expect((await ticketsOf(workspace)).map(({ messages }) => messages.length)).toEqual([1, 1]);
});

test("without an id, the same words from the same address within ten minutes are one ticket", async () => {
  const { workspace, visitor } = await visit();
  const form = wrote();
  const answers = await Promise.all(Array.from({ length: 5 }, () => acceptForm(visitor, form)));
  expect(new Set(answers.map(({ number }) => number))).toEqual(new Set(["BC-1001"]));
  expect((await ticketsOf(workspace)).map(({ messages }) => messages.length)).toEqual([1]);
  const states = (await receivedOf(workspace)).map(({ state }) => state).sort();
  expect(states).toEqual(["done", "suppressed", "suppressed", "suppressed", "suppressed"]);
});

test("ten forms an hour from one address are taken, the eleventh is refused with the time to wait", async () => {
  const { workspace, visitor } = await visit();
  const email = someone();
  for (let n = 0; n < 9; n++) await acceptForm(visitor, wrote({ email }));
  const results = await Promise.allSettled(
    Array.from({ length: 12 }, () => acceptForm(visitor, wrote({ email, submissionId: newId() }))),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  for (const error of refused) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "too-many" });
    expect(error.detail.retryAfter).toBeGreaterThan(3500);
    expect(error.detail.retryAfter).toBeLessThanOrEqual(3600);
  }
  expect(await receivedOf(workspace)).toHaveLength(10);
  expect(await acceptForm(visitor, wrote())).toEqual({ number: "BC-1002" });
  await db.received.updateMany({
    where: { workspaceId: workspace.id },
    data: { receivedAt: later(now(), -HOUR - MINUTE) },
  });
  expect(await acceptForm(visitor, wrote({ email }))).toEqual({ number: "BC-1001" });
});

test("a repetition is never refused as one too many", async () => {
  const { visitor } = await visit();
  const form = wrote({ submissionId: newId() });
  for (let n = 0; n < 12; n++) expect(await acceptForm(visitor, form)).toEqual({ number: "BC-1001" });
});

test("what can't be taken in at once is kept, thanked without a number, and taken in by its job", async () => {
  const { workspace, store, visitor } = await visit();
  // Opening a ticket needs the store's brand.
  await db.brand.updateMany({ where: { workspaceId: workspace.id }, data: { isDefault: false } });
  const form = wrote({ submissionId: newId() });
  expect(await acceptForm(visitor, form)).toEqual({ number: null });
  const [received] = await receivedOf(workspace);
  if (!received) throw new Error("not kept");
  expect(received.state).toBe("received");
  const jobs = await jobsFor(received.id);
  expect(jobs).toMatchObject([{ name: "take-in-form" }]);
  expect((jobs[0]?.start_after.getTime() ?? 0) - now().getTime()).toBeGreaterThan(20_000);
  await expect(takeInForm({ receivedId: received.id })).rejects.toThrow();

  await db.brand.updateMany({
    where: { workspaceId: workspace.id, storeId: store.id },
    data: { isDefault: true },
  });
  await takeInForm({ receivedId: received.id });
  await takeInForm({ receivedId: received.id });
  expect((await ticketsOf(workspace)).map(({ messages }) => messages.length)).toEqual([1]);
  expect(await acceptForm(visitor, form)).toEqual({ number: "BC-1001" });
  expect(await receivedOf(workspace)).toMatchObject([{ state: "done" }]);
});

test.each([
  ["not JSON", "email=ebba"],
  ["an old shape", '{"email":"ebba@example.com"}'],
  ["nothing", ""],
])(
  "a stored form that can't be read (%s) is put aside with its reason and can be tried again",
  async (_, body) => {
    const { workspace, store } = await visit();
    const id = newId();
    const place = { workspaceId: workspace.id, storeId: store.id };
    const raw = { id, source: "form", providerId: id, ...place, body: new Uint8Array(Buffer.from(body)) };
    await db.received.create({ data: raw });
    await takeInForm({ receivedId: id });
    expect(await receivedOf(workspace)).toMatchObject([{ state: "dead", reason: "incomplete" }]);
    await retryUnreadable(workspace, id, { by: SYSTEM });
    expect(await jobsFor(id)).toMatchObject([{ name: "take-in-form" }]);
  },
);
