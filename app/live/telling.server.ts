// What happened within a few milliseconds, as bytes of an event stream: one query for the rows, one for the numbers,
// one JSON, the same bytes to every page. Only an agent's own numbers come beside them, to that agent's pages.
import { log } from "../lib/log.server.ts";
import { OWN_NUMBERS, QUIET, type LiveSignal, type News } from "./news.ts";
import { takeChanges, type EverybodysNumbers, type Numbers } from "./numbers.ts";
import type { Sources } from "./room.server.ts";

interface Happened {
  signals: LiveSignal[];
  /** the numbers as they were told last; brought up to date */
  told: EverybodysNumbers;
  /** how many pages listen */
  pages: number;
}

/** What a page can take in: a bulk action over thousands is told as "much has changed". */
const MOST_TICKETS = 40;
const MOST_SIGNALS = 200;

/** What a page of which agent is told, null for nothing. Never throws: what cannot be told is told as "read everything again". */
export async function tellingOf(
  workspaceId: string,
  { signals, told, pages }: Happened,
  sources: Sources,
): Promise<(agentId: string) => Buffer | null> {
  const loud = signals.filter(({ type }) => type !== OWN_NUMBERS);
  const tickets = [
    ...new Set(loud.flatMap(({ type, ticketId }) => (ticketId && !QUIET.includes(type) ? [ticketId] : []))),
  ];
  const tooMany = tickets.length > MOST_TICKETS || loud.length > MOST_SIGNALS;
  const [rows, numbers] = await Promise.all([
    tooMany || !tickets.length ? [] : sources.rows(workspaceId, tickets).catch(isLost),
    numbersAfter(workspaceId, signals, sources).catch(isLost),
  ]);
  const many = tooMany || !rows || numbers === null;
  const known = new Set(rows?.map(({ id }) => id));
  const news: News = {
    signals: loud.slice(0, MOST_SIGNALS),
    rows: rows ?? [],
    gone: many ? [] : tickets.filter((id) => !known.has(id)),
    many,
    listeners: pages,
  };
  const { shared, own } = numbers ? takeChanges(told, numbers) : NOTHING;
  const all = Buffer.from(
    (loud.length || many ? eventOf("news", news) : "") + (shared ? eventOf("numbers", shared) : ""),
  );
  return (agentId) => {
    const numbers = own.get(agentId);
    if (numbers) return Buffer.concat([all, Buffer.from(eventOf("numbers", numbers))]);
    return all.length ? all : null;
  };
}

const NOTHING = { shared: null, own: new Map<string, Numbers>() };

/** Read after what happened was committed; undefined when nothing did that numbers could tell of. */
async function numbersAfter(
  workspaceId: string,
  signals: LiveSignal[],
  sources: Sources,
): Promise<EverybodysNumbers | undefined> {
  const told = signals.filter(({ type }) => !QUIET.includes(type));
  if (!told.length) return undefined;
  const named = new Set(told.flatMap(({ agentId }) => agentId ?? []));
  return sources.numbers(workspaceId, [...named]);
}

const eventOf = (name: "news" | "numbers", data: News | Numbers): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

function isLost(error: unknown): null {
  log.warn({ err: error }, "what live pages are told could not be read");
  return null;
}
