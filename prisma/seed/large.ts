// SEED=large: a hundred thousand conversations, put together from phrase books, always the same ones.
import type { CatalogItem } from "../../sandbox/world/catalog.ts";
import { fjallrum } from "../../sandbox/world/fjallrum/shop.ts";
import { kystull } from "../../sandbox/world/kystull/shop.ts";
import { daysBefore, localClock, workdayAfter } from "../../sandbox/world/local-time.ts";
import type { ShopPlan } from "../../sandbox/world/plan.ts";
import { seededRandom } from "../../sandbox/world/random.ts";
import type { Random } from "../../sandbox/world/random.ts";
import type { ConversationState, Writer } from "./conversation.ts";
import type { DatedConversation, DatedMessage } from "./dated.ts";
import { english } from "./large/english.ts";
import { norwegian } from "./large/norwegian.ts";
import type { Matter, Phrases } from "./large/phrases.ts";
import { swedish } from "./large/swedish.ts";
import { elliot, henrik, kajsa, matilda, sivert } from "./team.ts";

const DAY = 24 * 60 * 60 * 1000;
const WRITERS = 24_000;
const HISTORY_DAYS = 1_050;

const agentNames = new Map([
  [kajsa, "Kajsa"],
  [henrik, "Henrik"],
  [matilda, "Matilda"],
  [elliot, "Elliot"],
  [sivert, "Sivert"],
]);

/** `count` conversations for the first workspace beside the small seed's, oldest first, ending the working day before `now`. */
export async function* largeConversations({
  now,
  count = 100_000,
}: {
  now: Date;
  count?: number;
}): AsyncGenerator<DatedConversation> {
  for (let index = 0; index < count; index += 1) {
    yield largeConversation(index, 1 - index / count, now);
  }
}

/** `age` is 1 for the oldest conversation and near 0 for the newest. */
function largeConversation(index: number, age: number, now: Date): DatedConversation {
  const random = seededRandom(`conversation ${index}`);
  const plan = random.chance(0.6) ? fjallrum : kystull;
  const writerIndex = random.between(0, WRITERS - 1);
  const [locale, phrases] = languageOf(writerIndex, plan);
  const matter = random.pick(phrases.matters);
  const item = random.pick(plan.range.items.filter(comesInSizes));
  const state = stateAt(age, random);
  const author = random.pick(
    plan === fjallrum ? [matilda, elliot, matilda, elliot, kajsa] : [sivert, sivert, henrik],
  );
  const channel = random.chance(0.5) ? "form" : "email";
  const messages = conversationOf({ plan, phrases, matter, item, state, author, channel, age, now, random });
  const first = messages[0];
  const last = messages.at(-1);
  if (!first || !last) throw new Error("a conversation has at least one message");
  const isOver = state === "closed" || state === "archived";
  const closedAt = isOver
    ? new Date(Math.min(last.at.getTime() + 40 * 60_000, now.getTime() - 60_000))
    : null;
  return {
    shop: plan.shop.domain,
    writer: writerAt(writerIndex, phrases),
    channel,
    topic: channel === "form" ? matter.topic : null,
    subject: fill(random.pick(matter.subjects), item, author, random),
    locale,
    order: null,
    state,
    priority: random.chance(0.06) ? "high" : random.chance(0.1) ? "low" : "normal",
    department: matter.department,
    assignee: messages.length > 1 || random.chance(0.5) ? author : null,
    unread: state === "open" && last.from === "customer",
    identity: "claimed",
    createdAt: first.at,
    lastMessageAt: last.at,
    messages,
    snoozedUntil:
      state === "snoozed" ? workdayAfter(now, random.between(1, 14), "09:00", plan.shop.timeZone) : null,
    closedAt,
    archivedAt: state === "archived" ? closedAt : null,
  };
}

/** A writer keeps one language: mostly the shop's, now and then English. */
function languageOf(writer: number, plan: ShopPlan): ["sv" | "nb" | "en", Phrases] {
  if (writer % 12 === 0) return ["en", english];
  return plan === fjallrum ? ["sv", swedish] : ["nb", norwegian];
}

function writerAt(index: number, { firstNames, lastNames }: Phrases): Writer {
  const first = firstNames[index % firstNames.length] ?? "";
  const last = lastNames[Math.floor(index / firstNames.length) % lastNames.length] ?? "";
  const mailbox = `${first}.${last}.${index}`
    .toLowerCase()
    .normalize("NFD")
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll(/[^a-z0-9.]/g, "");
  return { name: `${first} ${last}`, email: `${mailbox}@example.com`, customerId: null };
}

/** What fits or does not: people write about grown-ups' clothes, not about detergent. */
function comesInSizes({ options }: CatalogItem): boolean {
  return options.length >= 5;
}

/** Old ones are closed; only the latest months have anything left to do. Archived ones are gone after 30 days. */
function stateAt(age: number, random: Random): ConversationState {
  const days = age * HISTORY_DAYS;
  if (days < 25 && random.chance(0.1)) return "archived";
  if (days < 60 && random.chance(0.3))
    return random.pick<ConversationState>(["open", "open", "waiting", "snoozed"]);
  return random.chance(0.01) ? "open" : "closed";
}

interface Making {
  plan: ShopPlan;
  phrases: Phrases;
  matter: Matter;
  item: CatalogItem;
  state: ConversationState;
  author: string;
  channel: "form" | "email";
  age: number;
  now: Date;
  random: Random;
}

function conversationOf(making: Making): DatedMessage[] {
  const { phrases, matter, item, state, author, channel, random } = making;
  const fillIn = (text: string) => fill(text, item, author, random);
  const question = () =>
    fillIn(
      [
        random.pick(phrases.greetings),
        "",
        `${random.pick(matter.openings)} ${random.pick(matter.details)}`,
        "",
        random.pick(phrases.closings),
      ].join("\n"),
    );
  const answer = () =>
    fillIn(
      [
        random.pick(phrases.agentGreetings),
        "",
        random.pick(matter.answers),
        "",
        random.pick(phrases.agentClosings),
      ].join("\n"),
    );
  const texts: { from: "customer" | "agent"; text: string }[] = [{ from: "customer", text: question() }];
  const rounds = state === "open" ? random.pick([0, 0, 1]) : random.pick([1, 1, 1, 2, 2, 3]);
  for (let round = 0; round < rounds; round += 1) {
    texts.push({ from: "agent", text: answer() });
    const goesOn = round < rounds - 1 || state === "open";
    if (goesOn)
      texts.push({
        from: "customer",
        text: `${fillIn(random.pick(matter.details))} ${random.pick(phrases.closings)}`,
      });
  }
  if (state === "closed" && random.chance(0.4))
    texts.push({ from: "customer", text: random.pick(phrases.thanks) });
  let at = firstInstant(making, texts.length > 1);
  return texts.map(({ from, text }, position): DatedMessage => {
    if (position > 0) at = nextInstant(at, from, making);
    const isAnswer = from === "agent";
    return {
      from,
      channel: position === 0 ? channel : "email",
      at,
      text,
      author: isAnswer ? author : null,
      delivery: isAnswer ? "delivered" : null,
      deliveryError: null,
    };
  });
}

function fill(text: string, item: CatalogItem, author: string, random: Random): string {
  return text
    .replaceAll("{product}", item.title)
    .replaceAll("{days}", String(random.between(4, 14)))
    .replaceAll("{agent}", agentNames.get(author) ?? "");
}

/** An exchange began at least eight days before the last working day, so that it is over by now. */
function firstInstant({ age, plan, now, random }: Making, isExchange: boolean): Date {
  const days = Math.floor(age * HISTORY_DAYS) + (isExchange ? 8 : 0);
  return daysBefore(now, days, `${random.between(7, 22)}:${random.between(0, 59)}`, plan.shop.timeZone);
}

/** Answers come in working hours, customers write on when they feel like it. */
function nextInstant(previous: Date, from: "customer" | "agent", { plan, random }: Making): Date {
  const later = new Date(previous.getTime() + random.between(20, 300) * 60_000);
  return from === "agent" ? withinOfficeHours(later, plan.shop.timeZone) : later;
}

function withinOfficeHours(instant: Date, timeZone: string): Date {
  const { hour, weekday } = localClock(instant, timeZone);
  if (weekday > 0 && weekday < 6 && hour >= 8.5 && hour < 17) return instant;
  const untilMorning = (hour < 8.5 ? 8.5 - hour : 32.5 - hour) * 3_600_000;
  const morning = new Date(instant.getTime() + untilMorning + (instant.getUTCMinutes() % 37) * 60_000);
  const isWeekend = [0, 6].includes(localClock(morning, timeZone).weekday);
  return isWeekend ? withinOfficeHours(new Date(morning.getTime() + DAY), timeZone) : morning;
}
