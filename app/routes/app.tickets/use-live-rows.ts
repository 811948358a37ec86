// Keeps a list current without asking for it: the stream brings the rows of tickets that something happened to, and
// each list takes in what belongs to it. It asks only what a row cannot tell.
import { useEffect, useMemo, useRef, useState } from "react";
import { now } from "../../lib/clock.ts";
import { VISITOR_MOVED } from "../../live/news.ts";
import type { TicketFilter } from "../../tickets/filter.ts";
import type { ListedTicket } from "../../tickets/list.server.ts";
import { compareRows, orderOf } from "../../tickets/order.ts";
import { rowMatches } from "../../tickets/row-matches.ts";
import { useAgent } from "../../ui/agent.tsx";
import { useNews, type TicketNews } from "../../ui/live/bus.ts";
import { isAboutLists } from "../../ui/live/concerns.ts";
import { useLive } from "../../ui/live/live.tsx";
import { turnOf } from "../../ui/live/turn.ts";
import { forgetOwnWords, forgetRead, NO_OWN_WORDS, ownWords, withOwnWords } from "../../ui/own-words.ts";
import { useStore } from "../../ui/store.ts";
import { IN_FLIGHT } from "./asked-at.ts";
import { patchRows, type ListRules, type Word } from "./patch-rows.ts";

const NO_WORDS: ReadonlyMap<string, Word> = new Map();
/** More than this is read anew rather than carried along. */
const MOST_WORDS = 300;
const AT_MOST_EVERY = 1_000;
/** visitors go from page to page all the time */
const IN_A_WHILE = 10_000;

/** `rows` as the server last said them, asked for at `since`; `more` when the list goes on after them. */
export function useLiveRows(
  filter: TicketFilter,
  { rows, more, since }: { rows: ListedTicket[]; more: boolean; since: number | null },
): ListedTicket[] {
  const { refresh } = useLive();
  const agent = useAgent();
  const [words, setWords] = useState(NO_WORDS);
  const rules = useMemo((): ListRules => {
    const order = orderOf(filter);
    return {
      matches: (row) => rowMatches(row, filter, agent),
      compare: (a, b) => compareRows(order, a, b),
      more,
    };
  }, [filter, agent, more]);
  const own = useStore(ownWords, NO_OWN_WORDS);
  const patched = useMemo(() => patchRows(rows, words, rules), [rows, words, rules]);
  const shown = useMemo(() => withOwnWords(patched, own), [patched, own]);

  const read = useRef(rows);
  const latest = useRef(shown);
  latest.current = shown;
  useNews((news) => {
    if (needsAsking(news, latest.current, rules))
      refresh("list", Math.max(turnOf(news.listeners), AT_MOST_EVERY));
    else if (someVisitorMoved(news, latest.current)) refresh("list", IN_A_WHILE);
    const said = wordsOf(news);
    forgetRead([...said].flatMap(([id, { fresh }]) => (fresh ? [id] : [])));
    if (said.size) setWords((before) => addWords(before, said));
    if (words.size > MOST_WORDS) refresh("list", AT_MOST_EVERY);
  }, since);
  useEffect(() => {
    const fresh = now().getTime() - IN_FLIGHT;
    setWords((before) => {
      const kept = [...before].filter(([, { at }]) => at > fresh);
      return kept.length === before.size ? before : new Map(kept);
    });
    const known = new Set(read.current);
    forgetOwnWords(
      rows.filter((row) => !known.has(row)).map(({ id }) => id),
      fresh,
    );
    read.current = rows;
  }, [rows]);
  return shown;
}

/** The later word holds, but a message is as new as before. */
function addWords(before: ReadonlyMap<string, Word>, said: Map<string, Word>): ReadonlyMap<string, Word> {
  const all = new Map(before);
  for (const [id, word] of said) all.set(id, { ...word, fresh: word.fresh || (all.get(id)?.fresh ?? false) });
  return all;
}

function wordsOf({ signals, rows, gone }: TicketNews): Map<string, Word> {
  const at = now().getTime();
  return new Map([
    ...rows.map((row): [string, Word] => [row.id, { row, fresh: isFresh(signals, row.id), at }]),
    ...gone.map((id): [string, Word] => [id, { row: null, fresh: false, at }]),
  ]);
}

/** The customer has just written: nobody can have read it. */
const isFresh = (signals: TicketNews["signals"], id: string): boolean =>
  signals.some(
    ({ ticketId, type }) => ticketId === id && (type === "ticket-opened" || type === "message-received"),
  );

/** Whether somebody whose chat is in sight came or left: no row is told of that. */
const someVisitorMoved = ({ signals }: TicketNews, shown: ListedTicket[]): boolean =>
  signals.some(
    ({ type, ticketId }) =>
      type === VISITOR_MOVED &&
      shown.some(({ id, chat }) => id === ticketId && chat && chat.state !== "ended"),
  );

/** Whether the news leave something open that only the server can say. */
function needsAsking({ signals, rows }: TicketNews, shown: ListedTicket[], { matches }: ListRules): boolean {
  if (signals.some(isAboutLists)) return true;
  return rows.some((row) => {
    const known = shown.find(({ id }) => id === row.id);
    // The notice above the list counts them.
    if (row.undelivered || known?.undelivered) return true;
    const verdict = matches(row);
    // Whether an older ticket that comes in has been read is not in its row.
    return (
      verdict === "ask" || (verdict && !known && row.lastInboundAt !== null && !isFresh(signals, row.id))
    );
  });
}
