import "../../../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import { makeAgent, makeCustomer, makeStore, makeWorkspace, unique } from "../../../tests/factories.ts";
import { receive } from "../../../tests/mailbox.ts";
import { deliver } from "../../channels/deliver.server.ts";
import { db } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { wholeView } from "../filter.ts";
import { listTickets } from "../list.server.ts";
import { createRequest, type RequestDraft } from "./create.server.ts";
import { readRequest } from "./progress.server.ts";
import { startRequest } from "./start.server.ts";

async function team() {
  const workspace = await makeWorkspace();
  return { workspace, store: await makeStore(workspace), agent: await makeAgent(workspace) };
}

const someone = (name = "") => ({ name, address: `ebba-${unique()}@example.com`, shopifyId: null });

/** A request written down, and how to let a worker have a go at it. */
async function request(given: Partial<RequestDraft> = {}) {
  const people = await team();
  const { workspace, store, agent } = people;
  const draft: RequestDraft = {
    by: agent,
    requestKey: newId(),
    storeId: store.id,
    subject: "Din order, {{first_name|du}}",
    text: "Hej {{first_name|du}}! Den blir försenad.",
    recipients: [someone("Ebba Lind"), someone()],
    ...given,
  };
  const { requestId } = await createRequest(workspace, draft);
  const run = () => startRequest({ workspaceId: workspace.id, requestId }, { lastTry: false });
  return { ...people, draft, requestId, run, read: () => readRequest(workspace, requestId, 1) };
}

const ticketsOf = (workspace: { id: string }) =>
  db.ticket.findMany({
    where: { workspaceId: workspace.id },
    include: { messages: true, customer: true },
    orderBy: { number: "asc" },
  });

test("each recipient gets a ticket and a mail of their own, and waits under Sent", async () => {
  const { workspace, agent, draft, run, read } = await request();
  await run();
  const [first, second, ...more] = await ticketsOf(workspace);
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    status: "open",
    waitingOn: "customer",
    channel: "email",
    subject: "Din order, Ebba",
  });
  expect(first?.customer).toMatchObject({ name: "Ebba Lind", email: draft.recipients[0]?.address });
  expect(first?.messages).toMatchObject([
    { kind: "outbound", authorId: agent.id, text: "Hej Ebba! Den blir försenad." },
  ]);
  expect(second?.messages[0]?.text).toBe("Hej du! Den blir försenad.");
  const prefixed = { id: workspace.id, ticketPrefix: "BC-" };
  expect((await listTickets(prefixed, agent, wholeView("sent"), null)).rows).toHaveLength(2);
  expect((await listTickets(prefixed, agent, wholeView("inbox"), null)).rows).toHaveLength(0);
  expect(await read()).toMatchObject({ done: true, total: 2, waiting: 0, started: 2, failed: 0 });
  const events = await db.event.findMany({
    where: { workspaceId: workspace.id, ticketId: first?.id ?? "" },
    orderBy: { id: "asc" },
  });
  expect(events).toMatchObject([
    { type: "ticket-opened", actorKind: "agent", actorId: agent.id },
    { type: "message-sent" },
  ]);
});

test("its mail opens a conversation: no Re, the number, and an answer moves the ticket to the inbox", async () => {
  const { workspace, agent, draft, run } = await request();
  await run();
  const [ticket] = await ticketsOf(workspace);
  const { address } = draft.recipients[0] ?? someone();
  await deliver({ workspaceId: workspace.id, messageId: ticket?.messages[0]?.id ?? "" });
  const mail = await db.outgoingMail.findFirstOrThrow({
    where: { workspaceId: workspace.id, toAddress: address },
  });
  expect(mail.subject).toBe(`Din order, Ebba [BC-${ticket?.number}]`);
  await receive({
    from: address,
    to: mail.replyTo ?? "",
    inReplyTo: mail.internetId,
    text: "Tack för beskedet!",
  });
  const [after, ...more] = await ticketsOf(workspace);
  expect(more).toHaveLength(1);
  expect(after).toMatchObject({ waitingOn: "us", identity: "claimed" });
  expect(after?.messages).toHaveLength(2);
  const inbox = await listTickets({ id: workspace.id, ticketPrefix: "" }, agent, wholeView("inbox"), null);
  expect(inbox.rows.map(({ id }) => id)).toEqual([ticket?.id]);
});

test("of three one is no address: two are sent to, and the third says why not", async () => {
  const bad = { name: "Kim", address: "kim@nowhere", shopifyId: null };
  const { workspace, run, read } = await request({ recipients: [someone("Ebba"), bad, someone("Nils")] });
  await run();
  expect(await ticketsOf(workspace)).toHaveLength(2);
  const progress = await read();
  expect(progress).toMatchObject({ total: 3, started: 2, failed: 1, done: true });
  expect(progress.recipients[0]).toMatchObject({
    address: "kim@nowhere",
    state: "failed",
    reason: "invalid",
    ticket: null,
  });
});

test("an address that takes no mail from us says so, with its ticket", async () => {
  const { workspace, run, read } = await request();
  await run();
  const [, second] = await ticketsOf(workspace);
  await db.message.updateMany({
    where: { workspaceId: workspace.id, ticketId: second?.id ?? "" },
    data: { delivery: "failed", deliveryError: "suppressed" },
  });
  expect(await read()).toMatchObject({
    started: 1,
    failed: 1,
    recipients: [{ state: "failed", reason: "suppressed", ticket: { id: second?.id } }, { state: "queued" }],
  });
});

test("what can't be filled in for somebody is not sent to them", async () => {
  const { run, read } = await request({ text: "Hej {{first_name}}!" });
  await run();
  expect(await read()).toMatchObject({ started: 1, failed: 1, recipients: [{ reason: "unresolved" }, {}] });
});

test("one of our own addresses gets nothing: the mail would come back", async () => {
  const { store, workspace, agent, draft } = await request();
  const recipients = [{ name: "Vi", address: store.inboundAddress, shopifyId: null }];
  const again = await createRequest(workspace, { ...draft, by: agent, requestKey: newId(), recipients });
  await startRequest({ workspaceId: workspace.id, requestId: again.requestId }, { lastTry: false });
  expect((await readRequest(workspace, again.requestId, 1)).recipients).toMatchObject([{ reason: "ours" }]);
});

test("one press is one request, also pressed five times at once; another text under its key is refused", async () => {
  const { workspace, draft, requestId, run } = await request();
  const again = await Promise.all(Array.from({ length: 5 }, () => createRequest(workspace, draft)));
  expect(new Set(again.map((one) => one.requestId))).toEqual(new Set([requestId]));
  await expect(createRequest(workspace, { ...draft, text: "Annat" })).rejects.toMatchObject({
    code: "key-reused",
  });
  await run();
  expect(await ticketsOf(workspace)).toHaveLength(2);
});

test("three workers at once, and again afterwards, write to nobody twice", async () => {
  const recipients = Array.from({ length: 15 }, () => someone("Ebba"));
  const { workspace, run } = await request({ recipients });
  await Promise.all(Array.from({ length: 3 }, run));
  await run();
  const tickets = await ticketsOf(workspace);
  expect(tickets).toHaveLength(15);
  expect(new Set(tickets.map(({ customer }) => customer?.email)).size).toBe(15);
});

test("a recipient nothing can be done about does not keep the others waiting", async () => {
  const { workspace, requestId, read } = await request();
  const ref = { workspaceId: workspace.id, requestId };
  await db.brand.updateMany({ where: { workspaceId: workspace.id }, data: { isDefault: false } });
  await expect(startRequest(ref, { lastTry: false })).rejects.toThrow();
  await startRequest(ref, { lastTry: true });
  expect(await read()).toMatchObject({
    done: true,
    failed: 2,
    recipients: [{ reason: "failed" }, { reason: "failed" }],
  });
});

test("a store without the app writes to nobody", async () => {
  const { workspace, store, run, read, draft } = await request();
  await db.store.updateMany({
    where: { workspaceId: workspace.id, id: store.id },
    data: { uninstalledAt: now() },
  });
  await run();
  expect(await read()).toMatchObject({ failed: 2, recipients: [{ reason: "uninstalled" }, {}] });
  await expect(createRequest(workspace, { ...draft, requestKey: newId() })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("another workspace's store can't be sent from, and its requests are not there", async () => {
  const mine = await request();
  const other = await team();
  await expect(createRequest(other.workspace, { ...mine.draft, requestKey: newId() })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(readRequest(other.workspace, mine.requestId, 1)).rejects.toMatchObject({ code: "not-found" });
});

test("somebody we know already keeps their name and gets a ticket of their own", async () => {
  const { workspace, store, agent, draft } = await request();
  const known = await makeCustomer(workspace, { name: "Nils Ek" });
  const { requestId } = await createRequest(workspace, {
    ...draft,
    by: agent,
    storeId: store.id,
    requestKey: newId(),
    recipients: [{ name: "N", address: known.email ?? "", shopifyId: "1" }],
  });
  await startRequest({ workspaceId: workspace.id, requestId }, { lastTry: false });
  expect(await ticketsOf(workspace)).toMatchObject([{ customer: { id: known.id, name: "Nils Ek" } }]);
});
