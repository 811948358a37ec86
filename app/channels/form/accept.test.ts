import { expect, test } from "vitest";
import {
  makeCustomer,
  makeShopifyCustomer,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { SYSTEM } from "../../events/event.ts";
import { HOUR, later, MINUTE, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { closeTicket } from "../../tickets/lifecycle.server.ts";
import { retryUnreadable } from "../unreadable.server.ts";
import { acceptForm, type Visitor } from "./accept.server.ts";
import type { Submission } from "./submission.ts";
import { takeInForm } from "./take-in.server.ts";

async function storefront() {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  return { workspace, store, visitor: { workspace, store, shopifyCustomerId: null } as Visitor };
}

const someone = () => `ebba.${newId().slice(-8)}@example.com`;

const wrote = (given: Partial<Submission> = {}): Submission => ({
  name: "Ebba Lind",
  email: someone(),
  orderNumber: null,
  topic: null,
  message: `Var är min jacka? ${newId()}`,
  locale: "sv",
  submissionId: null,
  elapsedMs: null,
  website: "",
  ...given,
});

const ticketsOf = (workspace: { id: string }) =>
  db.ticket.findMany({
    where: { workspaceId: workspace.id },
    include: { messages: { orderBy: { createdAt: "asc" } }, customer: true },
    orderBy: { number: "asc" },
  });

const receivedOf = (workspace: { id: string }) =>
  db.received.findMany({ where: { workspaceId: workspace.id } });

const jobsFor = (receivedId: string) => db.$queryRaw<{ name: string; start_after: Date }[]>`
  SELECT name, start_after FROM pgboss.job WHERE data->>'receivedId' = ${receivedId}`;

test("a form becomes a ticket at once, with its number, and its raw input is kept", async () => {
  const { workspace, store, visitor } = await storefront();
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
  const { workspace, visitor } = await storefront();
  await acceptForm(visitor, wrote());
  const [event] = await db.event.findMany({ where: { workspaceId: workspace.id } });
  expect(event).toMatchObject({ type: "ticket-opened", data: { automatic: false } });
});

test("a form joins the customer's active conversation with that store, also when it is snoozed or began by e-mail", async () => {
  const { workspace, store, visitor } = await storefront();
  const customer = await makeCustomer(workspace);
  const snoozed = { status: "snoozed", snoozedUntil: later(now(), HOUR) };
  const ticket = await makeTicket(store, { customerId: customer.id, channel: "email", ...snoozed });
  const answer = await acceptForm(visitor, wrote({ email: customer.email ?? "" }));
  expect(answer).toEqual({ number: `BC-${ticket.number}` });
  const tickets = await ticketsOf(workspace);
  expect(tickets).toHaveLength(1);
  expect(tickets[0]).toMatchObject({ status: "open", waitingOn: "us", messages: [{ channel: "form" }] });
});

test("a form never joins a conversation with another store, a chat, a spam ticket, or a closed one", async () => {
  const { workspace, store, visitor } = await storefront();
  const customer = await makeCustomer(workspace);
  const mine = { customerId: customer.id };
  await makeTicket(await makeStore(workspace), mine);
  await makeTicket(store, { ...mine, channel: "chat" });
  await makeTicket(store, { ...mine, spam: true });
  await makeTicket(store, { ...mine, status: "closed", closedAt: now() });
  await acceptForm(visitor, wrote({ email: customer.email ?? "" }));
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ messages }) => messages.length)).toEqual([0, 0, 0, 0, 1]);
});

test("after closing, the next form is a new ticket", async () => {
  const { workspace, visitor } = await storefront();
  const email = someone();
  await acceptForm(visitor, wrote({ email }));
  const [first] = await ticketsOf(workspace);
  if (!first) throw new Error("no ticket");
  await closeTicket(first, { by: SYSTEM });
  expect(await acceptForm(visitor, wrote({ email }))).toEqual({ number: "BC-1002" });
});

test("one submission twenty times in parallel is one ticket, and every answer names it", async () => {
  const { workspace, visitor } = await storefront();
  const form = wrote({ submissionId: newId(), elapsedMs: 9000 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => acceptForm(visitor, { ...form, elapsedMs: 9000 + n })),
  );
  expect(new Set(answers.map(({ number }) => number))).toEqual(new Set(["BC-1001"]));
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ messages }) => messages.length)).toEqual([1]);
  expect(await receivedOf(workspace)).toMatchObject([{ state: "done" }]);
});

test("the same submission again, an hour later, gets the same answer", async () => {
  const { workspace, visitor } = await storefront();
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
  const { workspace, visitor } = await storefront();
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
  const { workspace, visitor } = await storefront();
  const form = wrote({ submissionId: newId(), elapsedMs: 9000 });
  await acceptForm(visitor, form);
  await acceptForm(
    { ...visitor, store: await makeStore(workspace) },
    { ...form, message: "Till den andra butiken" },
  );
  expect((await ticketsOf(workspace)).map(({ messages }) => messages.length)).toEqual([1, 1]);
});

test("without an id, the same words from the same address within ten minutes are one ticket", async () => {
  const { workspace, visitor } = await storefront();
  const form = wrote();
  const answers = await Promise.all(Array.from({ length: 5 }, () => acceptForm(visitor, form)));
  expect(new Set(answers.map(({ number }) => number))).toEqual(new Set(["BC-1001"]));
  expect((await ticketsOf(workspace)).map(({ messages }) => messages.length)).toEqual([1]);
  const states = (await receivedOf(workspace)).map(({ state }) => state).sort();
  expect(states).toEqual(["done", "suppressed", "suppressed", "suppressed", "suppressed"]);
});

test("a robot is thanked and lands in the spam queue, not in the person's conversation", async () => {
  const { workspace, visitor } = await storefront();
  const email = someone();
  await acceptForm(visitor, wrote({ email }));
  expect(await acceptForm(visitor, wrote({ email, website: "https://x.example" }))).toEqual({
    number: "BC-1002",
  });
  await acceptForm(visitor, wrote({ email, submissionId: newId(), elapsedMs: 300 }));
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ spam, messages }) => [spam, messages.length])).toEqual([
    [false, 1],
    [true, 1],
    [true, 1],
  ]);
});

test("ten forms an hour from one address are taken, the eleventh is refused with the time to wait", async () => {
  const { workspace, visitor } = await storefront();
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
  const { visitor } = await storefront();
  const form = wrote({ submissionId: newId() });
  for (let n = 0; n < 12; n++) expect(await acceptForm(visitor, form)).toEqual({ number: "BC-1001" });
});

test("what can't be taken in at once is kept, thanked without a number, and taken in by its job", async () => {
  const { workspace, store, visitor } = await storefront();
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
    const { workspace, store } = await storefront();
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

test("a signed-in shopper we know, writing from their own address, is verified", async () => {
  const { workspace, store, visitor } = await storefront();
  const customer = await makeCustomer(workspace);
  const { shopifyId } = await makeShopifyCustomer(store, customer);
  await acceptForm({ ...visitor, shopifyCustomerId: shopifyId }, wrote({ email: customer.email ?? "" }));
  const [ticket] = await ticketsOf(workspace);
  expect(ticket).toMatchObject({ identity: "verified", customerId: customer.id });
  expect(ticket?.messages).toMatchObject([{ senderProof: "verified", shopifyId }]);
});

test("a signed-in shopper we don't know yet is claimed, and Shopify's id is kept to ask with", async () => {
  const { workspace, visitor } = await storefront();
  await acceptForm({ ...visitor, shopifyCustomerId: "7001" }, wrote());
  const [ticket] = await ticketsOf(workspace);
  expect(ticket).toMatchObject({
    identity: "claimed",
    messages: [{ senderProof: "claimed", shopifyId: "7001" }],
  });
});

test("a signed-in shopper writing from another's address is a mismatch, and stays themselves", async () => {
  const { workspace, store, visitor } = await storefront();
  const victim = await makeCustomer(workspace);
  const shopper = await makeCustomer(workspace);
  const { shopifyId } = await makeShopifyCustomer(store, shopper);
  await acceptForm({ ...visitor, shopifyCustomerId: shopifyId }, wrote({ email: victim.email ?? "" }));
  expect(await ticketsOf(workspace)).toMatchObject([{ identity: "mismatch", customerId: shopper.id }]);
});

test("a stranger typing a known address is only claimed, and a proven conversation they join is no longer proven", async () => {
  const { workspace, store, visitor } = await storefront();
  const victim = await makeCustomer(workspace, { name: "Hemliga Helga" });
  const ticket = await makeTicket(store, { customerId: victim.id, identity: "verified" });
  const answer = await acceptForm(visitor, wrote({ email: victim.email ?? "", name: "Ebba" }));
  expect(answer).toEqual({ number: `BC-${ticket.number}` });
  const [joined] = await ticketsOf(workspace);
  expect(joined).toMatchObject({ identity: "claimed", customer: { name: "Hemliga Helga" } });
  expect(joined?.messages).toMatchObject([{ senderProof: "claimed", fromName: "Ebba" }]);
});

test("a name with line ends and a Bcc is one harmless line", async () => {
  const { workspace, visitor } = await storefront();
  await acceptForm(visitor, wrote({ name: "X\r\nBcc: a@b" }));
  expect(await ticketsOf(workspace)).toMatchObject([{ messages: [{ fromName: "X Bcc: a@b" }] }]);
});

test("what was said can't be rewritten afterwards", async () => {
  const { workspace, visitor } = await storefront();
  await acceptForm(visitor, wrote());
  const rewriting = db.message.updateMany({ where: { workspaceId: workspace.id }, data: { text: "annat" } });
  await expect(rewriting).rejects.toThrow(/append-only/);
});
