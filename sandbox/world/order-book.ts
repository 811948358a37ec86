// Turns planned orders and people's order counts into dated, priced, numbered orders.
// An order's date follows from its number, so a higher number is always a later order.
import { crowdOf } from "./crowd.ts";
import { decimal, skuOf, ONLY_VARIANT } from "./catalog.ts";
import type { CatalogItem } from "./catalog.ts";
import { trackingFor } from "./carriers.ts";
import { daysBefore } from "./local-time.ts";
import type { Numbering, Person, PlannedOrder, PlannedParcel, PlannedReturn, ShopPlan } from "./plan.ts";
import { hashOf, seededRandom } from "./random.ts";
import type { Random } from "./random.ts";
import type { FinancialStatus, FulfillmentStatus, Order, OrderLine, Parcel, Tracking } from "./types.ts";

/** All orders of a shop, oldest first. */
export function ordersOf(plan: ShopPlan, now: Date): Order[] {
  const known = [...plan.orders, ...fillHistories(plan)];
  const planned = [...known, ...guestOrders(plan, new Set(known.map(({ number }) => number)))];
  return planned.sort((a, b) => a.number - b.number).map((order) => writeOrder(order, plan, now));
}

/** How many days before the last working day an order number was given out; the shop grows, so numbers pass faster lately. */
export function ageInDays(number: number, { first, latest, days }: Numbering): number {
  return days * (1 - Math.min(1, (number - first) / (latest - first)) ** 0.6);
}

function fillHistories(plan: ShopPlan): PlannedOrder[] {
  const taken = new Set(plan.orders.map((order) => order.number));
  return plan.people.flatMap((person) => {
    const name = fullName(person);
    const random = seededRandom(`${plan.shop.name} ${name}`);
    const own = plan.orders.filter((order) => order.by === name).length;
    return Array.from({ length: person.orders - own }, () => {
      const number = freeNumber(plan.numbering, taken, random);
      taken.add(number);
      return {
        number,
        by: name,
        lines: basket(plan, person, random),
        ...outcome(ageInDays(number, plan.numbering), random),
      };
    });
  });
}

function guestOrders(plan: ShopPlan, taken: Set<number>): PlannedOrder[] {
  const { numbering, crowd = 0, shop } = plan;
  const random = seededRandom(`${shop.name} crowd`);
  const numbers = Array.from(
    { length: numbering.latest - numbering.first },
    (_, index) => numbering.first + index,
  ).filter((number) => !taken.has(number) && random.chance(crowd));
  const guests = crowdOf(numbers.length, random);
  return guests.map((guest, index) => {
    const number = numbers[index] ?? numbering.first;
    const what = outcome(ageInDays(number, numbering), random);
    return { number, by: fullName(guest), guest, lines: basket(plan, guest, random), ...what };
  });
}

/** Every third order falls in the last sixth of the numbers: customers known to support are the active ones. */
function freeNumber({ first, latest }: Numbering, taken: Set<number>, random: Random): number {
  const from = random.chance(0.36) ? latest - Math.max(22, Math.round((latest - first) / 14)) : first;
  for (;;) {
    const number = random.between(from, latest);
    if (!taken.has(number)) return number;
  }
}

function basket(plan: ShopPlan, person: Person, random: Random): PlannedOrder["lines"] {
  const suits = ({ fit }: CatalogItem) =>
    fit === "all" || fit === person.wears || (fit === "children" && person.children);
  const items = plan.range.items.filter(suits);
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  const chosen = new Set(Array.from({ length: count }, () => random.pick(items)));
  return [...chosen].map((item) => {
    const quantity = item.price < 400 && random.chance(0.3) ? 2 : 1;
    return [skuOf(plan.range, item, optionFor(person, item)), quantity];
  });
}

function optionFor(person: Person, item: CatalogItem): string {
  if (item.options.includes(person.size)) return person.size;
  return item.options[hashOf(`${person.id} ${item.code}`) % item.options.length] ?? ONLY_VARIANT;
}

function outcome(age: number, random: Random): Pick<PlannedOrder, "financial" | "fulfillment" | "cancelled"> {
  if (age < 1)
    return {
      fulfillment: "UNFULFILLED",
      financial: random.pick<FinancialStatus>(["PAID", "PAID", "AUTHORIZED"]),
    };
  if (age < 3)
    return { fulfillment: random.pick<FulfillmentStatus>(["FULFILLED", "IN_PROGRESS", "UNFULFILLED"]) };
  if (random.chance(0.03))
    return {
      fulfillment: "UNFULFILLED",
      financial: random.pick<FinancialStatus>(["VOIDED", "REFUNDED"]),
      cancelled: true,
    };
  if (random.chance(0.06)) return { financial: "REFUNDED" };
  if (random.chance(0.06)) return { financial: "PARTIALLY_REFUNDED" };
  return {};
}

function writeOrder(planned: PlannedOrder, plan: ShopPlan, now: Date): Order {
  const { numbering, shop, postage, carriers } = plan;
  const person = planned.guest ?? plan.people.find((candidate) => fullName(candidate) === planned.by);
  if (!person) throw new Error(`order #${planned.number} belongs to nobody: ${planned.by}`);
  const lines = [
    ...planned.lines.map((line, position) => writeLine(line, position, planned, plan)),
    ...(planned.gone ?? []).map((line, place) => goneLine(line, planned.lines.length + place, planned, plan)),
  ];
  const goods = lines.reduce((sum, line) => sum + Number(line.price) * line.quantity, 0);
  const shipping = planned.free || goods >= postage.freeFrom ? 0 : postage.price;
  const off = planned.free ? goods : 0;
  const fulfillmentStatus = planned.fulfillment ?? "FULFILLED";
  const isSent = fulfillmentStatus === "FULFILLED" || fulfillmentStatus === "PARTIALLY_FULFILLED";
  const name = `#${planned.number}`;
  const createdAt = placedAt(planned, plan, now);
  const id = String(numbering.firstOrderId + (planned.number - numbering.first) * 32_749);
  const tracking = (parcel: string) =>
    trackingFor(seededRandom(`${shop.name} ${parcel}`).pick(carriers), parcel);
  return {
    id,
    name,
    customerId: planned.guest ? null : person.id,
    email: person.email,
    createdAt: createdAt.toISOString(),
    cancelledAt: planned.cancelled ? new Date(createdAt.getTime() + 40 * 3_600_000).toISOString() : null,
    financialStatus: planned.financial ?? "PAID",
    fulfillmentStatus,
    lines,
    total: decimal(goods + shipping - off),
    shipping: decimal(shipping),
    currency: shop.currency,
    tracking: isSent ? tracking(name) : null,
    note: planned.note ?? null,
    ...(planned.tags && { tags: [...planned.tags] }),
    ...(planned.free && { discount: { code: planned.free, amount: decimal(off) } }),
    ...(planned.presentment && { presentment: { ...planned.presentment } }),
    ...(planned.parcels && { parcels: parcelsOf(planned.parcels, { name, lines, createdAt, tracking }) }),
    ...(planned.returned && returnOf(planned.returned, { id, lines, createdAt })),
  };
}

function writeLine(
  line: PlannedOrder["lines"][number],
  position: number,
  planned: PlannedOrder,
  plan: ShopPlan,
): OrderLine {
  const { range } = plan;
  const [sku, quantity] = typeof line === "string" ? [line, 1] : line;
  for (const item of range.items) {
    const option = item.options.find((candidate) => skuOf(range, item, candidate) === sku);
    if (option === undefined) continue;
    return {
      id: lineId(planned, position, plan),
      title: item.title,
      variantTitle: option === ONLY_VARIANT ? null : option,
      sku,
      quantity,
      price: decimal(item.price),
    };
  }
  throw new Error(`order #${planned.number} has a line nobody sells: ${sku}`);
}

const goneLine = (
  line: NonNullable<PlannedOrder["gone"]>[number],
  position: number,
  planned: PlannedOrder,
  plan: ShopPlan,
): OrderLine => ({ ...line, id: lineId(planned, position, plan), quantity: 1, gone: true });

/** The eighth line and those after it have numbers of their own, far from every other order's. */
function lineId({ number }: PlannedOrder, position: number, { numbering }: ShopPlan): string {
  const place = number - numbering.first;
  if (position >= 8) return String(2 * numbering.firstLineId + place * 10_000 + position);
  return String(numbering.firstLineId + (place * 8 + position) * 32_749);
}

const DAY = 24 * 3_600_000;
const daysAfter = (from: Date, days: number): string => new Date(from.getTime() + days * DAY).toISOString();

const parcelsOf = (
  planned: PlannedParcel[],
  order: { name: string; lines: OrderLine[]; createdAt: Date; tracking: (parcel: string) => Tracking },
): Parcel[] =>
  planned.map((parcel, place) => ({
    tracking: order.tracking(place ? `${order.name} ${place}` : order.name),
    lineIds: parcel.lines.flatMap((position) => order.lines[position]?.id ?? []),
    sentAt: daysAfter(order.createdAt, parcel.sent),
    deliveredAt: parcel.arrives === undefined ? null : daysAfter(order.createdAt, parcel.arrives),
    expectedAt: parcel.expected === undefined ? null : daysAfter(order.createdAt, parcel.expected),
  }));

const RETURN_STATUS = { REQUESTED: "RETURN_REQUESTED", OPEN: "IN_PROGRESS", CLOSED: "RETURNED" };

function returnOf(
  { status, after, line, reason, note = "" }: PlannedReturn,
  { id, lines, createdAt }: { id: string; lines: OrderLine[]; createdAt: Date },
): Pick<Order, "returns" | "returnStatus"> {
  const lineId = lines[line]?.id ?? "";
  const sentBack = { lineId, quantity: 1, reason, note: note || null };
  return {
    returnStatus: RETURN_STATUS[status],
    returns: [{ id: `${id}5`, status, createdAt: daysAfter(createdAt, after), lines: [sentBack] }],
  };
}

/** People shop between breakfast and half past ten in the evening. */
function placedAt(planned: PlannedOrder, { numbering, shop }: ShopPlan, now: Date): Date {
  if (planned.minutesAgo !== undefined) return new Date(now.getTime() - planned.minutesAgo * 60_000);
  const age = ageInDays(planned.number, numbering);
  const minute = Math.floor(7 * 60 + 12 + (1 - (age - Math.floor(age))) * 15 * 60);
  const clock = `${Math.floor(minute / 60)}:${minute % 60}`;
  return daysBefore(now, Math.floor(age), clock, shop.timeZone);
}

export function fullName(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`;
}
