// Fills an empty database with a believable world: `SEED=small|none|large node prisma/seed.ts`.
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import pg from "pg";
import { makeWorld } from "../sandbox/world/world.ts";
import { seedChats } from "./seed/chats.ts";
import { conversations } from "./seed/conversations.ts";
import { dateConversation, type DatedConversation } from "./seed/dated.ts";
import { largeConversations } from "./seed/large.ts";
import { seedOrders } from "./seed/orders.ts";
import { seedMacros } from "./seed/macros.ts";
import { seedWorkspaces, type Places } from "./seed/places.ts";
import { ticketWriter } from "./seed/tickets.ts";

const size = process.env.SEED ?? "small";
if (!["small", "none", "large"].includes(size))
  throw new Error(`SEED is small, none or large, not "${size}"`);
const connection = new pg.Client(process.env.DATABASE_URL);
const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });

try {
  await connection.connect();
  if (size !== "none") await seed(new Date());
} finally {
  await db.$disconnect();
  await connection.end();
}

async function seed(now: Date): Promise<void> {
  if (await db.workspace.count()) throw new Error("this database has a world already");
  const world = makeWorld({ now });
  const places = await seedWorkspaces(db, world, now);
  await seedMacros(db, places, now);
  const writer = ticketWriter(connection, places, await seedOrders(connection, world, places, now));
  const count = size === "large" ? 100_000 : 0;
  let written = 0;
  // Numbers rise with time, so everything is written in the order it happened.
  const small = conversations
    .map((conversation) => dateConversation(conversation, now, zoneOf(places, conversation.shop)))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  for await (const conversation of merged(count ? largeConversations({ now, count }) : null, small)) {
    await writer.add(conversation);
    if (++written % 10_000 === 0) process.stdout.write(`  ${written.toLocaleString("en")} tickets\n`);
  }
  await writer.finish();
  await seedChats(db, world, places, now);
  process.stdout.write(`seeded ${written.toLocaleString("en")} tickets\n`);
}

async function* merged(large: AsyncIterable<DatedConversation> | null, small: DatedConversation[]) {
  if (large) yield* large;
  yield* small;
}

function zoneOf(places: Places, shop: string): string {
  const place = places.byShop.get(shop);
  if (!place) throw new Error(`no such shop: ${shop}`);
  return place.timeZone;
}
