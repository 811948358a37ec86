// A visitor opens the panel. They come through the shop's signed app proxy: its signature says which store it is, and
// which customer, if any, is signed in there. Nothing but the token and who holds it is written.
import { db, type Tx } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { AppError } from "../../errors.ts";
import { storefrontLanguage } from "../../i18n/storefront-language.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { readSetting } from "../../settings/read.server.ts";
import { asJson } from "./as-json.ts";
import { readHeard } from "./news.server.ts";
import type { Asking, Place } from "./place.ts";
import type { Welcome } from "./protocol.ts";
import type { SaidHello } from "./said.ts";
import { becomeProven } from "./sign-in.server.ts";
import { readTeam } from "./team.server.ts";
import { chatWords } from "./texts.ts";
import { giveToken, visitorOf, type Visitor } from "./visitor.server.ts";

export interface Door extends Place {
  storeLocale: string;
  /** the customer who is signed in, vouched for by the proxy's signature */
  shopifyCustomerId: string | null;
  userAgent: string | null;
}

/** Welcomes them, as who they were if their token still says so. Throws unavailable where the chat is off. */
export async function welcome(door: Door, hello: SaidHello, asking: Asking): Promise<Welcome> {
  const settings = await readSetting(db, door, "chat");
  if (!settings.on) throw new AppError("unavailable");
  const { visitor, token } = await whoComes(door, hello);
  const [heard, availability, team, person] = await Promise.all([
    readHeard(visitor, null),
    asking.availability(door),
    readTeam(door),
    personOf(visitor),
  ]);
  const language = storefrontLanguage(visitor.locale, door.storeLocale);
  return {
    token,
    direct: new URL("/widget", env.SHOPIFY_APP_URL).href,
    visitor: person,
    availability,
    team,
    ask: { name: settings.askName, email: settings.askEmail },
    quickReplies: chatWords(settings, language).quickReplies,
    rating: settings.rating,
    transcript: settings.transcript,
    silenceMinutes: settings.silenceMinutes,
    chat: heard.chat,
    messages: heard.messages,
    cursor: heard.cursor,
    now: now().toISOString(),
  };
}

/**
 * The token's visitor, unless somebody else is signed in on their device now, or they have signed out: what was said
 * signed in is shown only to who is. Who signs in later keeps their conversation, and is proven from then on.
 */
async function whoComes(door: Door, hello: SaidHello): Promise<{ visitor: Visitor; token: string }> {
  const known = hello.token ? await visitorOf(hello.token, door) : null;
  const isTheirs = known && (!known.shopifyId || known.shopifyId === door.shopifyCustomerId);
  if (!known || !isTheirs || !hello.token) return db.$transaction((tx) => makeVisitor(tx, door, hello));
  await seen(known, door, hello);
  const { shopifyCustomerId } = door;
  if (shopifyCustomerId && !known.shopifyId) await becomeProven(known, shopifyCustomerId);
  return { visitor: { ...known, shopifyId: shopifyCustomerId, ...spoken(known, hello) }, token: hello.token };
}

async function makeVisitor(
  tx: Tx,
  door: Door,
  hello: SaidHello,
): Promise<{ visitor: Visitor; token: string }> {
  const { workspaceId, storeId, shopifyCustomerId: shopifyId } = door;
  const { locale, timeZone } = hello;
  const at = now();
  const visitor = { workspaceId, id: newId(), storeId, shopifyId, locale, timeZone };
  await tx.visitor.create({
    data: { ...visitor, ...whereabouts(door, hello), lastSeenAt: at, createdAt: at },
  });
  const nobody = { customerId: null, name: null, email: null, goneAt: null, blockedAt: null };
  return { visitor: { ...visitor, ...nobody }, token: await giveToken(tx, visitor) };
}

const seen = ({ workspaceId, id, ...known }: Visitor, door: Door, hello: SaidHello) =>
  db.visitor.updateMany({
    where: { workspaceId, id },
    data: { ...spoken(known, hello), ...whereabouts(door, hello), lastSeenAt: now(), goneAt: null },
  });

const spoken = (
  known: Pick<Visitor, "locale" | "timeZone">,
  { locale, timeZone }: SaidHello,
): Pick<Visitor, "locale" | "timeZone"> => ({
  locale: locale ?? known.locale,
  timeZone: timeZone ?? known.timeZone,
});

const whereabouts = ({ userAgent }: Door, { page, cart }: SaidHello) => ({
  ...(page ? { page: asJson(page) } : {}),
  ...(cart ? { cart: asJson(cart) } : {}),
  userAgent,
});

/** What is filled in for them: as they typed it, else as the customer they are proven to be is called here. */
async function personOf({
  workspaceId,
  storeId,
  shopifyId,
  name,
  email,
}: Visitor): Promise<Welcome["visitor"]> {
  const link = shopifyId
    ? await db.shopifyCustomer.findUnique({
        where: {
          workspaceId_storeId_shopifyId: { workspaceId, storeId, shopifyId },
          proof: { not: "order" },
        },
        select: { customer: { select: { name: true, email: true } } },
      })
    : null;
  const customer = link?.customer;
  return {
    name: name ?? customer?.name ?? null,
    email: email ?? customer?.email ?? null,
    proven: shopifyId !== null,
  };
}
