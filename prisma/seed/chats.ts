// The seeded chats become visitors, tickets, chats and messages, after everything else and with the numbers that follow.
import type { PrismaClient } from "@prisma/client";
import { v4, v7 } from "uuid";
import type { Product, Shop, World } from "../../sandbox/world/types.ts";
import { chatTalks, type ChatTalk, type Said } from "./chat-talks.ts";
import { instantOf } from "./dated.ts";
import type { Place, Places } from "./places.ts";

const HOUR = 3_600_000;

interface Setting {
  db: PrismaClient;
  place: Place;
  shop: Shop;
  agents: Places["agents"];
  now: Date;
}

export async function seedChats(db: PrismaClient, world: World, places: Places, now: Date): Promise<void> {
  for (const talk of chatTalks) {
    const place = places.byShop.get(talk.shop);
    const shop = world.shops.find(({ domain }) => domain === talk.shop);
    if (!place || !shop) throw new Error(`no such shop: ${talk.shop}`);
    await seedChat({ db, place, shop, agents: places.agents, now }, talk);
  }
}

async function seedChat(setting: Setting, talk: ChatTalk): Promise<void> {
  const { db, place, agents, now } = setting;
  const { workspaceId, storeId, brandId } = place;
  const ids = {
    workspaceId,
    storeId,
    ticketId: v7(),
    visitorId: v7(),
    customerId: await customerOf(setting, talk),
  };
  const said = talk.said.map((one, index) => ({
    ...one,
    id: v7({ msecs: instantOf(one.at, now, place.timeZone).getTime() }),
    seq: index + 1,
    createdAt: instantOf(one.at, now, place.timeZone),
  }));
  const [first, last] = [said[0], said.at(-1)];
  const lastFrom = (from: Said["from"]) => said.findLast((one) => one.from === from)?.createdAt ?? null;
  if (!first || !last) throw new Error(`nothing was said by ${talk.writer.name}`);
  const agent = talk.takenBy ? agents.get(`${workspaceId} ${talk.takenBy}`) : undefined;
  // When the store opened next, it was put first in line.
  const raisedAt = talk.offline
    ? new Date(Math.min(first.createdAt.getTime() + 11 * HOUR, now.getTime() - HOUR))
    : null;
  const over = talk.ended ? new Date(last.createdAt.getTime() + 60_000) : null;
  const { lastTicketNumber: number } = await db.workspace.update({
    where: { id: workspaceId },
    data: { lastTicketNumber: { increment: 1 } },
  });
  await db.visitor.create({ data: visitorOf(setting, talk, ids, over ?? last.createdAt) });
  await db.ticket.create({
    data: {
      ...{
        workspaceId,
        storeId,
        brandId,
        number,
        id: ids.ticketId,
        customerId: ids.customerId,
        channel: "chat",
      },
      subject: first.text.slice(0, 80),
      preview: last.text.slice(0, 140),
      status: talk.ended ? "closed" : "open",
      closedAt: over,
      waitingOn: last.from === "agent" ? "customer" : "us",
      identity: talk.proven ? "verified" : "claimed",
      identityReason: talk.proven ? "signed-in" : "address",
      assigneeId: agent?.id ?? null,
      locale: talk.locale,
      lastMessageId: last.id,
      lastMessageAt: raisedAt ?? last.createdAt,
      lastInboundAt: lastFrom("visitor"),
      createdAt: first.createdAt,
    },
  });
  await db.chat.create({
    data: {
      ...{ workspaceId, storeId, ticketId: ids.ticketId, visitorId: ids.visitorId },
      state: talk.ended ? "ended" : agent ? "running" : "waiting",
      offline: talk.offline,
      revision: said.length,
      startedAt: first.createdAt,
      raisedAt,
      acceptedAt: agent ? new Date(first.createdAt.getTime() + 30_000) : null,
      acceptedById: agent?.id ?? null,
      endedAt: over,
      endedBy: talk.ended?.by ?? null,
      visitorReadAt: lastFrom("agent"),
      lastVisitorAt: lastFrom("visitor") ?? first.createdAt,
      lastAgentAt: lastFrom("agent"),
      rating: talk.ended?.rating ?? null,
      ratingComment: talk.ended?.comment ?? null,
      ratedAt: over,
    },
  });
  for (const { id, seq, createdAt, from, text, shows } of said) {
    const product = shows ? productOf(setting.shop, shows) : null;
    const theirs = from === "visitor";
    await db.message.create({
      data: {
        ...{
          workspaceId,
          id,
          ticketId: ids.ticketId,
          chatId: ids.ticketId,
          chatSeq: seq,
          channel: "chat",
          text,
          createdAt,
        },
        kind: theirs ? "inbound" : "outbound",
        automatic: from === "auto",
        delivery: theirs ? null : "sent",
        authorId: from === "agent" ? (agent?.id ?? null) : null,
        externalId: theirs ? `${ids.visitorId}:${v4()}` : null,
        customerId: theirs ? ids.customerId : null,
        fromName: theirs ? talk.writer.name : null,
        fromAddress: theirs ? talk.writer.email : null,
        senderProof: theirs ? (talk.proven ? "verified" : "claimed") : null,
        cards: product ? [cardOf(setting.shop, product)] : [],
      },
    });
  }
  await seedEvents(setting, talk, ids, { agent, over, begun: first.createdAt });
}

async function seedEvents(
  { db }: Setting,
  { offline, ended }: ChatTalk,
  { workspaceId, ticketId, customerId }: { workspaceId: string; ticketId: string; customerId: string },
  { agent, over, begun }: { agent: { id: string; name: string } | undefined; over: Date | null; begun: Date },
): Promise<void> {
  const customer = { actorKind: "customer", actorId: customerId };
  const add = (type: string, at: Date, by: { actorKind: string; actorId: string }, data: object = {}) =>
    db.event.create({
      data: { workspaceId, id: v7({ msecs: at.getTime() }), ticketId, type, ...by, data, createdAt: at },
    });
  await add("ticket-opened", begun, customer);
  await add("chat-started", begun, customer, { offline });
  if (agent) {
    const taken = new Date(begun.getTime() + 30_000);
    const by = { actorKind: "agent", actorId: agent.id };
    await add("chat-accepted", taken, by);
    await add("assigned", taken, by, { agentId: agent.id, name: agent.name });
  }
  if (!ended || !over) return;
  await add("chat-ended", over, customer, { endedBy: ended.by });
  await add("chat-rated", over, customer, { score: ended.rating });
}

async function customerOf({ db, place }: Setting, { writer, locale, proven }: ChatTalk): Promise<string> {
  const { workspaceId, storeId } = place;
  const email = writer.email.toLowerCase();
  const known = await db.contactPoint.findFirst({ where: { workspaceId, kind: "email", value: email } });
  if (known) return known.customerId;
  const id = v7();
  await db.customer.create({ data: { workspaceId, id, name: writer.name, email, locale } });
  await db.contactPoint.create({ data: { workspaceId, kind: "email", value: email, customerId: id } });
  if (proven && writer.customerId)
    await db.shopifyCustomer.create({
      data: { workspaceId, storeId, shopifyId: writer.customerId, customerId: id, proof: "proxy" },
    });
  return id;
}

function visitorOf(
  { shop, now }: Setting,
  talk: ChatTalk,
  {
    workspaceId,
    storeId,
    visitorId,
    customerId,
  }: Record<"workspaceId" | "storeId" | "visitorId" | "customerId", string>,
  seen: Date,
) {
  const { writer, locale, timeZone, proven, page, cart, ended, offline } = talk;
  const left = ended !== null || offline;
  const product = productOf(shop, page);
  const items = cart.map(({ title, quantity }) => ({
    title,
    quantity,
    price: centsOf(productOf(shop, title)),
  }));
  const total = items.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  return {
    ...{ workspaceId, storeId, id: visitorId, customerId, locale, timeZone },
    shopifyId: proven ? writer.customerId : null,
    name: writer.name,
    email: writer.email,
    page: { url: `/products/${product.handle}`, title: product.title },
    ...(items.length ? { cart: { currency: shop.currency, total, items } } : {}),
    // No browser of theirs will say that they are still there.
    lastSeenAt: left ? seen : new Date(now.getTime() + 8 * HOUR),
    goneAt: left ? seen : null,
  };
}

function productOf({ products }: Shop, title: string): Product {
  const product = products.find((one) => one.title === title);
  if (!product) throw new Error(`no product called ${title}`);
  return product;
}

const centsOf = ({ variants: [variant] }: Product): number => Math.round(Number(variant?.price) * 100);

const cardOf = ({ currency, publicDomain }: Shop, { title, handle, variants: [variant] }: Product) => ({
  kind: "product",
  title,
  price: variant?.price ?? "0",
  currency,
  url: `https://${publicDomain}/products/${handle}`,
});
