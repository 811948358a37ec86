// Orders opened in place: asked for when they are about to be opened, kept, asked for again when something happened to
// them. What was shown stays while it is asked for, and when it can't be had.
import { useCallback, useEffect, useState } from "react";
import type { OpenedOrder } from "../../orders/shown/read-order.server.ts";
import { now } from "../../lib/clock.ts";
import { ORDER_READ } from "../../live/news.ts";
import { whenForgotten } from "../last-good.ts";
import { useSignals } from "../live/bus.ts";

export type Answer = OpenedOrder | { state: "gone" };

export interface Opened {
  /** null while it is asked for the first time */
  answer: Answer | null;
  asking: boolean;
  /** what is shown is older than it should be: the answer that came after it said nothing */
  problem: Extract<OpenedOrder, { state: "problem" }>["problem"] | null;
  askAgain: () => void;
}

interface Kept {
  answer: Answer;
  at: number;
}

const LIMIT = 60;
const FRESH = 30_000;
const kept = new Map<string, Kept>();
const running = new Map<string, Promise<Answer>>();
const changing = new Set<(orderId: string) => void>();
whenForgotten(() => kept.clear());

/** Begins to ask for an order, unless it has just been asked for. */
export function fetchOrder(path: string): void {
  if (!isFresh(path)) void ask(path);
}

/** Something was done to this order (the number in its gid), here or elsewhere: what is known of it is old. */
export function outdateOrder(orderId: string): void {
  for (const hear of changing) hear(orderId);
}

/** The order at `path`. `version`: its updatedAt as a list has it; another one than was read is asked for anew. */
export function useOpened(path: string, orderId: string, version: string | null): Opened {
  const [shown, setShown] = useState<{ path: string; kept: Kept | null }>({
    path,
    kept: kept.get(path) ?? null,
  });
  const [problem, setProblem] = useState<Opened["problem"]>(null);
  const [asking, setAsking] = useState(false);
  const [round, setRound] = useState(0);
  const again = useCallback(() => {
    kept.delete(path);
    setRound((before) => before + 1);
  }, [path]);
  useEffect(() => {
    const hear = (changed: string) => changed === orderId && again();
    changing.add(hear);
    return () => void changing.delete(hear);
  }, [orderId, again]);
  useSignals(({ type, orderId: changed }) => {
    if (type === ORDER_READ && changed === orderId) again();
  });
  useEffect(() => {
    let gone = false;
    const known = kept.get(path);
    if (known && isFresh(path) && !isOlder(known.answer, version)) {
      setShown({ path, kept: known });
      return;
    }
    setAsking(true);
    void ask(path).then((answer) => {
      if (gone) return;
      setAsking(false);
      setProblem(answer.state === "problem" ? answer.problem : null);
      setShown((before) => {
        const worse =
          answer.state === "problem" && before.path === path && before.kept?.answer.state === "found";
        return worse ? before : { path, kept: { answer, at: now().getTime() } };
      });
    });
    return () => {
      gone = true;
    };
  }, [path, version, round]);
  const answer = shown.path === path ? (shown.kept?.answer ?? null) : (kept.get(path)?.answer ?? null);
  return { answer, asking, problem, askAgain: again };
}

const isFresh = (path: string): boolean => now().getTime() - (kept.get(path)?.at ?? 0) < FRESH;

/** Versions are moments: a list that is behind says nothing new. */
const isOlder = (answer: Answer, version: string | null): boolean =>
  answer.state === "found" && version !== null && answer.order.row.version < version;

function ask(path: string): Promise<Answer> {
  const begun = running.get(path);
  if (begun) return begun;
  const work = get(path)
    .then((answer) => keep(path, answer))
    .finally(() => running.delete(path));
  running.set(path, work);
  return work;
}

async function get(path: string): Promise<Answer> {
  try {
    const response = await fetch(path);
    if (response.status === 404) return { state: "gone" };
    if (response.ok) return (await response.json()) as OpenedOrder;
  } catch {
    // No connection: said like any other silence.
  }
  return { state: "problem", problem: "down", known: null };
}

function keep(path: string, answer: Answer): Answer {
  if (answer.state === "problem") return answer;
  kept.delete(path);
  kept.set(path, { answer, at: now().getTime() });
  const [oldest] = kept.keys();
  if (kept.size > LIMIT && oldest !== undefined) kept.delete(oldest);
  return answer;
}
