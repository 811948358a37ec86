import { expect, test } from "vitest";
import { makeCustomer, makeShopifyCustomer, makeStore, makeTicket } from "../../../tests/factories.ts";
import { someone, storefront, ticketsOf } from "../../../tests/storefront-call.ts";
import { db } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { HOUR, later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { closeTicket } from "../../tickets/lifecycle.server.ts";
import { acceptForm, type Visitor } from "./accept.server.ts";
import type { Submission } from "./submission.ts";

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

test("a form joins the customer's active conversation with that store, also when it is snoozed or began by e-mail", async () => {
  const { workspace, store, visitor } = await visit();
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
  const { workspace, store, visitor } = await visit();
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
  const { workspace, visitor } = await visit();
  const email = someone();
  await acceptForm(visitor, wrote({ email }));
  const [first] = await ticketsOf(workspace);
  if (!first) throw new Error("no ticket");
  await closeTicket(first, { by: SYSTEM });
  expect(await acceptForm(visitor, wrote({ email }))).toEqual({ number: "BC-1002" });
});

test("a robot is thanked and lands in the spam queue, not in the person's conversation", async () => {
  const { workspace, visitor } = await visit();
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

test("a signed-in shopper we know, writing from their own address, is verified", async () => {
  const { workspace, store, visitor } = await visit();
  const customer = await makeCustomer(workspace);
  const { shopifyId } = await makeShopifyCustomer(store, customer);
  await acceptForm({ ...visitor, shopifyCustomerId: shopifyId }, wrote({ email: customer.email ?? "" }));
  const [ticket] = await ticketsOf(workspace);
  expect(ticket).toMatchObject({ identity: "verified", customerId: customer.id });
  expect(ticket?.messages).toMatchObject([{ senderProof: "verified", shopifyId }]);
});

test("a signed-in shopper we don't know yet is claimed, and Shopify's id is kept to ask with", async () => {
  const { workspace, visitor } = await visit();
  await acceptForm({ ...visitor, shopifyCustomerId: "7001" }, wrote());
  const [ticket] = await ticketsOf(workspace);
  expect(ticket).toMatchObject({
    identity: "claimed",
    messages: [{ senderProof: "claimed", shopifyId: "7001" }],
  });
});

test("a signed-in shopper writing from another's address is a mismatch, and stays themselves", async () => {
  const { workspace, store, visitor } = await visit();
  const victim = await makeCustomer(workspace);
  const shopper = await makeCustomer(workspace);
  const { shopifyId } = await makeShopifyCustomer(store, shopper);
  await acceptForm({ ...visitor, shopifyCustomerId: shopifyId }, wrote({ email: victim.email ?? "" }));
  expect(await ticketsOf(workspace)).toMatchObject([{ identity: "mismatch", customerId: shopper.id }]);
});

test("a stranger typing a known address is only claimed, and a proven conversation they join is no longer proven", async () => {
  const { workspace, store, visitor } = await visit();
  const victim = await makeCustomer(workspace, { name: "Hemliga Helga" });
  const ticket = await makeTicket(store, { customerId: victim.id, identity: "verified" });
  const answer = await acceptForm(visitor, wrote({ email: victim.email ?? "", name: "Ebba" }));
  expect(answer).toEqual({ number: `BC-${ticket.number}` });
  const [joined] = await ticketsOf(workspace);
  expect(joined).toMatchObject({ identity: "claimed", customer: { name: "Hemliga Helga" } });
  expect(joined?.messages).toMatchObject([{ senderProof: "claimed", fromName: "Ebba" }]);
});

test("a name with line ends and a Bcc is one harmless line", async () => {
  const { workspace, visitor } = await visit();
  await acceptForm(visitor, wrote({ name: "X\r\nBcc: a@b" }));
  expect(await ticketsOf(workspace)).toMatchObject([{ messages: [{ fromName: "X Bcc: a@b" }] }]);
});

test("what was said can't be rewritten afterwards", async () => {
  const { workspace, visitor } = await visit();
  await acceptForm(visitor, wrote());
  const rewriting = db.message.updateMany({ where: { workspaceId: workspace.id }, data: { text: "annat" } });
  await expect(rewriting).rejects.toThrow(/append-only/);
});
