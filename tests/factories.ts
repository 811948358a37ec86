// Rows for tests, with only the fields that matter said; plain writes, no domain code. Every test makes its
// own workspace, so nothing needs cleaning up.
import { randomBytes } from "node:crypto";
import type {
  Agent,
  Brand,
  Customer,
  Department,
  ForecastFit,
  Message,
  Prisma,
  ShopOrder,
  Store,
  Ticket,
  Workspace,
} from "@prisma/client";
import { db } from "../app/db.server.ts";
import { now } from "../app/lib/clock.ts";
import { newId } from "../app/lib/id.ts";

/** A few letters nobody else has, for names that must be unique in the whole database. */
export const unique = (): string => randomBytes(6).toString("hex");

/** An empty workspace. Its tickets are numbered from 1001. */
export const makeWorkspace = (
  given: Partial<Prisma.WorkspaceUncheckedCreateInput> = {},
): Promise<Workspace> =>
  db.workspace.create({
    data: { id: newId(), name: "Björk & Co", ticketPrefix: "BC-", plan: "plus", ...given },
  });

/** A store with its brand, its place in the directory and its inbound address. */
export async function makeStore(
  workspace: { id: string },
  given: Partial<Omit<Prisma.StoreUncheckedCreateInput, "workspaceId">> = {},
): Promise<Store & { brand: Brand; inboundToken: string; inboundAddress: string }> {
  const shopDomain = `shop-${unique()}.myshopify.com`;
  const store = await db.store.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      shopDomain,
      name: "Björk",
      currency: "SEK",
      locale: "sv",
      plan: "plus",
      ...given,
    },
  });
  const mine = { workspaceId: workspace.id, storeId: store.id };
  const brand = await db.brand.create({
    data: { ...mine, id: newId(), name: store.name, senderName: `${store.name} kundservice` },
  });
  const inboundToken = unique();
  const inboundAddress = `hej-${unique()}@bjork.example`;
  await db.shopDomain.create({ data: { ...mine, domain: store.shopDomain } });
  await db.inboundAddress.create({ data: { ...mine, token: inboundToken, address: inboundAddress } });
  return { ...store, brand, inboundToken, inboundAddress };
}

/** An agent, of role support unless said otherwise; `role: null` has no access yet. */
export const makeAgent = (
  workspace: { id: string },
  given: Partial<Omit<Prisma.AgentUncheckedCreateInput, "workspaceId">> = {},
): Promise<Agent> =>
  db.agent.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      name: "Tove Lind",
      email: `tove-${unique()}@bjork.example`,
      role: "support",
      ...given,
    },
  });

/** A staff account at Shopify, tied to an agent. */
export const makeStaffAccount = (
  store: { workspaceId: string; id: string },
  agent: { id: string },
  shopifyUserId = String(randomBytes(5).readUIntBE(0, 5)),
) =>
  db.staffAccount.create({
    data: {
      workspaceId: store.workspaceId,
      storeId: store.id,
      shopifyUserId,
      agentId: agent.id,
    },
  });

export const makeDepartment = (workspace: { id: string }, name = "Returer"): Promise<Department> =>
  db.department.create({ data: { workspaceId: workspace.id, id: newId(), name } });

/** A customer who is found by their address. `email: null` makes one without any. */
export async function makeCustomer(
  workspace: { id: string },
  given: Partial<Omit<Prisma.CustomerUncheckedCreateInput, "workspaceId">> = {},
): Promise<Customer> {
  const workspaceId = workspace.id;
  const customer = await db.customer.create({
    data: { workspaceId, id: newId(), name: "Nils Ek", email: `nils-${unique()}@example.com`, ...given },
  });
  const { email, id: customerId } = customer;
  if (email) await db.contactPoint.create({ data: { workspaceId, kind: "email", value: email, customerId } });
  return customer;
}

/** Ties a customer to a Shopify customer of a store, as proven by the signed app proxy. */
export const makeShopifyCustomer = (
  store: { workspaceId: string; id: string },
  customer: { id: string },
  shopifyId = String(randomBytes(5).readUIntBE(0, 5)),
) =>
  db.shopifyCustomer.create({
    data: {
      workspaceId: store.workspaceId,
      storeId: store.id,
      shopifyId,
      customerId: customer.id,
      proof: "proxy",
    },
  });

/** The last answer of Shopify about a customer: the store has nobody like that. */
export const makeProfile = (store: { workspaceId: string; id: string }, customer: { id: string }) =>
  db.customerProfile.create({
    data: {
      workspaceId: store.workspaceId,
      storeId: store.id,
      customerId: customer.id,
      query: "none",
      readAt: now(),
    },
  });

/** An open ticket without messages, waiting on us. Its number counts up as in the product. */
export async function makeTicket(
  store: { workspaceId: string; id: string; brand: { id: string } },
  given: Partial<Omit<Prisma.TicketUncheckedCreateInput, "workspaceId">> = {},
): Promise<Ticket> {
  const { workspaceId } = store;
  const { lastTicketNumber } = await db.workspace.update({
    where: { id: workspaceId },
    data: { lastTicketNumber: { increment: 1 } },
  });
  return db.ticket.create({
    data: {
      workspaceId,
      id: newId(),
      number: lastTicketNumber,
      storeId: store.id,
      brandId: store.brand.id,
      channel: "form",
      subject: "Fel storlek",
      lastMessageAt: now(),
      ...given,
    },
  });
}

/** A message of the ticket: from its customer, unless `kind` says outbound or note. The ticket's head follows. */
export async function makeMessage(
  ticket: { workspaceId: string; id: string; customerId?: string | null },
  given: Partial<Omit<Prisma.MessageUncheckedCreateInput, "workspaceId" | "ticketId">> = {},
): Promise<Message> {
  const { workspaceId } = ticket;
  const kind = given.kind ?? "inbound";
  const message = await db.message.create({
    data: {
      workspaceId,
      id: newId(),
      ticketId: ticket.id,
      kind,
      channel: "email",
      text: "Hej! Tröjan är för liten, kan jag byta?",
      delivery: kind === "outbound" ? "queued" : null,
      customerId: kind === "inbound" ? (ticket.customerId ?? null) : null,
      createdAt: now(),
      ...given,
    },
  });
  const lastMessageAt = message.createdAt;
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId, id: ticket.id } },
    data: {
      lastMessageId: message.id,
      lastMessageAt,
      preview: message.text.slice(0, 140),
      ...(kind === "inbound" ? { lastInboundAt: lastMessageAt } : {}),
    },
  });
  return message;
}

/** An order in a store's mirror: paid, not sent yet, placed now. */
export const makeShopOrder = (
  store: { workspaceId: string; id: string },
  given: Partial<Omit<Prisma.ShopOrderUncheckedCreateInput, "workspaceId" | "storeId">> = {},
): Promise<ShopOrder> =>
  db.shopOrder.create({
    data: {
      workspaceId: store.workspaceId,
      storeId: store.id,
      shopifyId: String(randomBytes(5).readUIntBE(0, 5)),
      name: "#2188",
      createdAt: now(),
      processedAt: now(),
      updatedAt: now(),
      financial: "PAID",
      fulfillment: "UNFULFILLED",
      returnStatus: "NO_RETURN",
      currency: "SEK",
      total: "1298.0",
      items: 2,
      readAt: now(),
      ...given,
    },
  });

/** What a fitting that is over says of a buyer. `figures: null`: it saw them, and says nothing. */
export async function makeForecast(
  store: { workspaceId: string; id: string },
  {
    who,
    fit = {},
    ...given
  }: { who: string; fit?: Partial<Prisma.ForecastFitUncheckedCreateInput> } & Partial<
    Omit<Prisma.CustomerForecastUncheckedCreateInput, "workspaceId" | "storeId" | "who">
  >,
): Promise<ForecastFit> {
  const mine = { workspaceId: store.workspaceId, storeId: store.id };
  const times = { upTo: 20_780, startedAt: now(), updatedAt: now(), finishedAt: now() };
  const made = await db.forecastFit.create({
    data: { ...mine, id: newId(), state: "done", currency: "SEK", ...times, ...fit },
  });
  const bought = { firstDay: 20_770, lastDay: 20_770, days: 1, average: 0, heldDays: 1 };
  await db.customerForecast.create({
    data: { ...mine, who, seenIn: made.id, fitId: made.id, ...bought, ...given },
  });
  return made;
}

/** A workspace with a store, an agent, a customer and an open ticket of theirs: what most tests begin with. */
export async function makeConversation() {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  const agent = await makeAgent(workspace);
  const customer = await makeCustomer(workspace);
  const ticket = await makeTicket(store, { customerId: customer.id });
  const message = await makeMessage(ticket);
  return { workspace, store, agent, customer, ticket, message };
}
