// Workspaces, stores, brands, departments and agents of the seeded world.
import { randomBytes } from "node:crypto";
import type { PrismaClient } from "@prisma/client";
import { v7 } from "uuid";
import type { Shop, World } from "../../sandbox/world/types.ts";
import { labels, VIP } from "./labels.ts";
import { workspaces, type SeedWorkspace } from "./team.ts";

export interface Place {
  workspaceId: string;
  storeId: string;
  brandId: string;
  timeZone: string;
}

export interface Places {
  byShop: Map<string, Place>;
  /** workspace id and department name -> id */
  departments: Map<string, string>;
  /** workspace id and label name -> id */
  labels: Map<string, string>;
  /** workspace id and staff e-mail -> agent */
  agents: Map<string, { id: string; name: string }>;
  agentsOf: Map<string, string[]>;
}

const DAY = 86_400_000;

/** How long ago the apps were installed: the oldest large conversation is younger. */
const INSTALLED_DAYS_AGO = 1_100;

/** Writes everything tickets point at. */
export async function seedWorkspaces(db: PrismaClient, world: World, now: Date): Promise<Places> {
  const places: Places = {
    byShop: new Map(),
    departments: new Map(),
    labels: new Map(),
    agents: new Map(),
    agentsOf: new Map(),
  };
  for (const plan of workspaces) await seedWorkspace(db, plan, world, now, places);
  return places;
}

async function seedWorkspace(db: PrismaClient, plan: SeedWorkspace, world: World, now: Date, places: Places) {
  const createdAt = new Date(now.getTime() - INSTALLED_DAYS_AGO * DAY);
  const workspaceId = v7();
  await db.workspace.create({
    data: { id: workspaceId, name: plan.name, ticketPrefix: plan.ticketPrefix, plan: "plus", createdAt },
  });
  for (const name of plan.departments) {
    const id = v7();
    places.departments.set(`${workspaceId} ${name}`, id);
    await db.department.create({ data: { workspaceId, id, name } });
  }
  for (const { name, color } of [...labels, VIP]) {
    const id = v7();
    places.labels.set(`${workspaceId} ${name}`, id);
    await db.label.create({ data: { workspaceId, id, name, color, createdAt } });
  }
  const shops = plan.shops.map((domain) => shopOf(world, domain));
  for (const shop of shops) places.byShop.set(shop.domain, await seedStore(db, workspaceId, shop, createdAt));
  await seedAgents(db, plan, workspaceId, shops, now, places);
}

async function seedStore(
  db: PrismaClient,
  workspaceId: string,
  shop: Shop,
  installedAt: Date,
): Promise<Place> {
  const storeId = v7();
  const brandId = v7();
  const { domain, id, name, publicDomain, currency, locale, timeZone, email } = shop;
  await db.store.create({
    data: {
      workspaceId,
      id: storeId,
      shopDomain: domain,
      shopifyId: id,
      name,
      publicDomain,
      currency,
      locale,
      timeZone,
      installedAt,
      plan: "plus",
    },
  });
  const signature = `${{ sv: "Vänliga hälsningar", nb: "Vennlig hilsen" }[locale] ?? "Kind regards"}\n${name}`;
  await db.brand.create({ data: { workspaceId, id: brandId, storeId, name, senderName: name, signature } });
  await db.shopDomain.create({ data: { domain, workspaceId, storeId } });
  // Above most baskets: the large order is what a colleague looks at.
  const orderActions = { workspaceId, scope: storeId, name: "orderActions", value: { approvalOver: "5000" } };
  await db.setting.create({ data: { ...orderActions, updatedAt: installedAt } });
  await db.inboundAddress.create({
    data: { token: randomBytes(13).toString("hex"), workspaceId, storeId, createdAt: installedAt },
  });
  await connectAddress(db, { workspaceId, storeId }, email.toLowerCase(), installedAt);
  return { workspaceId, storeId, brandId, timeZone };
}

/** The address the shop's customers know, forwarded to us and confirmed long ago. */
async function connectAddress(
  db: PrismaClient,
  place: { workspaceId: string; storeId: string },
  address: string,
  at: Date,
): Promise<void> {
  const id = v7();
  const token = randomBytes(13).toString("hex");
  await db.supportAddress.create({
    data: {
      ...place,
      id,
      address,
      token,
      testCode: randomBytes(7).toString("hex"),
      testSentAt: at,
      testArrivedAt: at,
      confirmedAt: at,
      lastMailAt: new Date(),
      createdAt: at,
    },
  });
  await db.inboundAddress.create({ data: { ...place, token, address, supportAddressId: id, createdAt: at } });
}

async function seedAgents(
  db: PrismaClient,
  plan: SeedWorkspace,
  workspaceId: string,
  shops: Shop[],
  now: Date,
  places: Places,
): Promise<void> {
  const ids: string[] = [];
  for (const { email, role } of plan.agents) {
    const accounts = shops.flatMap((shop) =>
      shop.staff.filter((staff) => staff.email === email).map((staff) => ({ shop, staff })),
    );
    const person = accounts[0]?.staff;
    if (!person) throw new Error(`no staff with the address ${email}`);
    const id = v7();
    const name = `${person.firstName} ${person.lastName}`;
    await db.agent.create({
      data: {
        workspaceId,
        id,
        name,
        email,
        locale: person.locale,
        role,
        lastSeenAt: new Date(now.getTime() - 2 * DAY),
      },
    });
    for (const { shop, staff } of accounts) {
      const storeId = places.byShop.get(shop.domain)?.storeId ?? "";
      await db.staffAccount.create({ data: { workspaceId, storeId, shopifyUserId: staff.id, agentId: id } });
    }
    places.agents.set(`${workspaceId} ${email}`, { id, name });
    ids.push(id);
  }
  places.agentsOf.set(workspaceId, ids);
}

function shopOf(world: World, domain: string): Shop {
  const shop = world.shops.find((candidate) => candidate.domain === domain);
  if (!shop) throw new Error(`no such shop: ${domain}`);
  return shop;
}
