// A customer is erased, and nobody else.
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import {
  makeAgent,
  makeCustomer,
  makeMessage,
  makeShopifyCustomer,
  makeStore,
  makeTicket,
  makeWorkspace,
  unique,
} from "../../tests/factories.ts";
import { dumpRows } from "../../tests/dump.ts";
import { makePassedOn } from "../../tests/merchant-form.ts";
import { deliver, keptOf } from "../../tests/shopify-webhook.ts";

type Store = Awaited<ReturnType<typeof makeStore>>;
interface Named {
  id?: number | null;
  email?: string | null;
  phone?: string | null;
}

const redact = (store: Store, customer: Named) =>
  deliver({
    topic: "customers/redact",
    shop: store.shopDomain,
    body: { shop_id: 1, shop_domain: store.shopDomain, customer, orders_to_redact: [] },
  });

const dataRequest = (store: Store, customer: Named) =>
  deliver({
    topic: "customers/data_request",
    shop: store.shopDomain,
    body: {
      shop_id: 1,
      shop_domain: store.shopDomain,
      customer,
      orders_requested: [],
      data_request: { id: 1 },
    },
  });

async function raw(store: Store, body: string, state: string) {
  const id = newId();
  const whose = { workspaceId: store.workspaceId, storeId: store.id };
  await db.received.create({
    data: {
      id,
      source: "postmark",
      providerId: unique(),
      ...whose,
      body: new Uint8Array(Buffer.from(body)),
      state,
    },
  });
  return id;
}

/** A conversation of somebody with a store that names them wherever a conversation can. */
async function talk(store: Store, customer: { id: string; email: string | null }, word: string) {
  const { workspaceId } = store;
  const ticket = await makeTicket(store, { customerId: customer.id, subject: word, orderName: word });
  const receivedId = await raw(store, JSON.stringify({ From: customer.email, TextBody: word }), "done");
  const wrote = {
    fromName: word,
    fromAddress: customer.email,
    text: word,
    html: `<p>${word}</p>`,
    subject: word,
  };
  const message = await makeMessage(ticket, {
    ...wrote,
    trimmed: word,
    sentByAddress: `${word}@forms.example`,
    answers: [{ label: "Storlek", value: word }],
    recipients: { to: [], cc: [{ name: word, address: `${word}@copy.example` }], bcc: [] },
    receivedId,
    senderProof: "claimed",
  });
  await db.ticketParticipant.create({
    data: { workspaceId, ticketId: ticket.id, address: `${word}@copy.example`, name: word },
  });
  await makeMessage(ticket, { kind: "note", text: `note on ${word}` });
  const answer = await makeMessage(ticket, { kind: "outbound", text: `Hi ${word}`, deliveryError: word });
  await db.outgoingMail.create({
    data: {
      workspaceId,
      id: newId(),
      kind: "reply",
      requestKey: unique(),
      ticketId: ticket.id,
      messageId: answer.id,
      fromAddress: "mail@samla.example",
      fromName: "Björk",
      toAddress: customer.email ?? "",
      cc: [{ name: word, address: `${word}@copy.example` }],
      subject: word,
      text: word,
      html: word,
      headers: [{ Name: "References", Value: word }],
      error: word,
      internetId: unique(),
      createdAt: now(),
    },
  });
  await makePassedOn({ workspaceId, receivedId, replyTo: customer.email, word });
  const data = { messageId: message.id, state: "failed", reason: `No mailbox for ${word}` };
  await db.event.create({
    data: {
      workspaceId,
      id: newId(),
      ticketId: ticket.id,
      type: "delivery-changed",
      actorKind: "customer",
      actorId: customer.id,
      data,
      createdAt: now(),
    },
  });
  await db.replyToken.create({
    data: { token: unique(), workspaceId, storeId: ticket.storeId, ticketId: ticket.id },
  });
  await db.mailReference.create({
    data: { workspaceId, messageId: `${word}@mail.example`, ticketId: ticket.id },
  });
  const file = { key: unique(), name: word, contentType: "a/b", size: 1 };
  await db.file.create({ data: { workspaceId, id: newId(), messageId: message.id, ...file } });
  return { ticket, message, answer };
}

/** Rows but those that say an erasure was asked for and done, and how many tickets there are. */
const others = async () =>
  (await dumpRows()).filter(
    (row) => !/PrivacyRequest|privacy-done|customers\/redact|handle-shopify-webhook|TicketCount/.test(row),
  );

const tablesIn = (rows: string[]): string[] =>
  [...new Set(rows.map((row) => /^public\."(\w+)"/.exec(row)?.[1] ?? row))].sort();

let store: Store;
let word: string;
let email: string;

beforeEach(async () => {
  store = await makeStore(await makeWorkspace());
  word = `ebba${unique()}`;
  email = `${word}@example.com`;
});

const here = () => ({ id: store.workspaceId });

describe("a customer named by id, e-mail and phone", () => {
  test("leaves no trace in any table, only an empty closed ticket", async () => {
    const phone = `+4670${String(now().getTime()).slice(-7)}`;
    const ebba = await makeCustomer(here(), { name: word, email, phone });
    await db.contactPoint.create({
      data: { workspaceId: store.workspaceId, kind: "phone", value: phone, customerId: ebba.id },
    });
    await makeShopifyCustomer(store, ebba, "191167");
    const { ticket, answer } = await talk(store, ebba, word);
    const aside = await raw(store, `{"From":"${email}","Subject":"broken`, "dead");
    await dataRequest(store, { id: 191167, email, phone });
    expect(tablesIn(await dumpRows([word]))).toEqual([
      "ContactPoint",
      "Customer",
      "Event",
      "File",
      "MailReference",
      "Message",
      "OutgoingMail",
      "PrivacyRequest",
      "Received",
      "Ticket",
      "TicketParticipant",
    ]);

    await redact(store, { id: 191167, email, phone: "+46 70-" + phone.slice(5) });

    expect(await dumpRows([word, phone, ebba.id])).toEqual([]);
    expect(await db.received.findUnique({ where: { id: aside } })).toMatchObject({
      state: "suppressed",
      reason: "erased",
    });
    const where = { workspaceId_id: { workspaceId: store.workspaceId, id: ticket.id } };
    const left = await db.ticket.findUniqueOrThrow({ where, include: { messages: true } });
    expect(left).toMatchObject({ status: "closed", subject: "", preview: "", customerId: null });
    expect(left.messages).toHaveLength(3);
    expect(left.messages.find(({ id }) => id === answer.id)).toMatchObject({
      delivery: "failed",
      deliveryError: "erased",
    });
    expect(await db.outgoingMail.findFirst({ where: { workspaceId: store.workspaceId } })).toMatchObject({
      state: "failed",
    });
    expect(
      await db.privacyRequest.findFirst({
        where: { workspaceId: store.workspaceId, kind: "customer_redact" },
      }),
    ).toMatchObject({ storeId: store.id, result: null, doneAt: expect.any(Date) });
    expect((await keptOf(store.shopDomain)).every(({ body }) => body.length === 0)).toBe(true);
  });

  test("is gone once: the same request again changes nothing", async () => {
    const ebba = await makeCustomer(here(), { name: word, email });
    await talk(store, ebba, word);
    await redact(store, { id: 1, email });
    const before = await others();
    await redact(store, { id: 1, email });
    expect(await others()).toEqual(before);
  });

  test("leaves the same address in another workspace, and everybody else in this one, to the byte", async () => {
    const elsewhere = await makeStore(await makeWorkspace());
    await talk(elsewhere, await makeCustomer({ id: elsewhere.workspaceId }, { email }), `${word}elsewhere`);
    const nils = await makeCustomer(here());
    await talk(store, nils, `nils${unique()}`);
    await raw(store, `{"From":"${nils.email}","To":"${email}"`, "dead");
    await makeAgent(here());
    const before = await others();
    await talk(store, await makeCustomer(here(), { name: word, email }), word);
    await redact(store, { id: 5, email });
    const after = new Set(await others());
    const changed = before.filter((row) => !after.has(row));
    expect(changed.filter((row) => !row.includes('"lastTicketNumber"'))).toEqual([]);
  });
});

describe("a request that names nobody we know touches no other row", () => {
  test.each([
    ["everything null", { id: null, email: null, phone: null }],
    ["nothing at all", {}],
    ["an unknown id", { id: 404404, email: null, phone: null }],
    ["an unknown address", { id: 404404, email: "nobody@example.com", phone: "+4600000000" }],
    ["empty words", { id: null, email: "", phone: "" }],
    ["a wildcard", { id: null, email: "%@example.com", phone: "%" }],
  ])("%s", async (_, named) => {
    const withoutAddress = await makeCustomer(here(), { email: null });
    await makeMessage(await makeTicket(store, { customerId: withoutAddress.id }), { fromAddress: null });
    await makeMessage(await makeTicket(store), { fromAddress: null });
    await talk(store, await makeCustomer(here(), { email }), word);
    const before = await others();
    await redact(store, named);
    expect(await others()).toEqual(before);
  });
});

describe("who is meant", () => {
  test("an address that is another Shopify customer of the store by now is not the person asked about", async () => {
    const heir = await makeCustomer(here(), { name: word, email });
    await makeShopifyCustomer(store, heir, "2002");
    await talk(store, heir, word);
    const before = await others();
    await redact(store, { id: 1001, email });
    expect(await others()).toEqual(before);
  });

  test("the workspace's other store keeps what it knows of a customer of both", async () => {
    const second = await makeStore(here());
    const ebba = await makeCustomer(here(), { name: "Ebba", email });
    await makeShopifyCustomer(store, ebba, "71");
    await makeShopifyCustomer(second, ebba, "72");
    await talk(store, ebba, `first${word}`);
    await talk(second, ebba, `second${word}`);
    const secondBefore = await dumpRows([`second${word}`]);
    await redact(store, { id: 71, email });
    expect(await dumpRows([`first${word}`])).toEqual([]);
    expect(await dumpRows([`second${word}`])).toEqual(secondBefore);
    expect(await db.contactPoint.count({ where: { workspaceId: store.workspaceId, value: email } })).toBe(1);
    expect(await db.ticket.count({ where: { workspaceId: store.workspaceId, customerId: ebba.id } })).toBe(1);
    await redact(second, { id: 72, email });
    expect(await dumpRows([word])).toEqual([]);
  });

  test("a customer only the other store knows is left alone", async () => {
    const second = await makeStore(here());
    await talk(second, await makeCustomer(here(), { email }), word);
    const before = await others();
    await redact(store, { id: 71, email });
    expect(await others()).toEqual(before);
  });

  test("their words in somebody else's ticket go, the ticket stays", async () => {
    const nils = await makeCustomer(here());
    const { ticket } = await talk(store, nils, `nils${unique()}`);
    await makeMessage(
      { ...ticket, customerId: null },
      { fromAddress: email, fromName: word, text: word, senderProof: "unverified" },
    );
    await redact(store, { id: 5, email });
    expect(await dumpRows([word])).toEqual([]);
    const left = await db.ticket.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: store.workspaceId, id: ticket.id } },
    });
    expect(left).toMatchObject({ status: "open", subject: ticket.subject, customerId: nils.id, preview: "" });
  });
});
