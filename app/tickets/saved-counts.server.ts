// How many tickets the personal views hold. They can ask for anything, so they are counted when somebody looks: only
// to a thousand, for a moment at most, and never twice at once for one agent.
import { once } from "../lib/once.server.ts";
import { countMatching } from "./count-matching.server.ts";
import type { Asker } from "./matching.server.ts";
import { listViews } from "./saved-views.server.ts";

const LONGEST = 500;
const ALTOGETHER = 2000;

type Counts = Record<string, number>;
interface Run {
  counts: Promise<Counts>;
  next: Promise<Counts> | null;
}
const running = once("saved-counts", () => new Map<string, Run>());

/** By view id; a view that takes too long to count has no number. */
export function countViews(workspace: { id: string }, asker: Asker): Promise<Counts> {
  const run = running.get(asker.id);
  if (!run) return begin(workspace, asker);
  // What runs may have begun before what is asked about happened: whoever comes meanwhile shares the next run.
  run.next ??= run.counts.then(
    () => begin(workspace, asker),
    () => begin(workspace, asker),
  );
  return run.next;
}

function begin(workspace: { id: string }, asker: Asker): Promise<Counts> {
  const run: Run = { counts: countEach(workspace, asker), next: null };
  running.set(asker.id, run);
  const over = () => {
    if (!run.next) running.delete(asker.id);
  };
  run.counts.then(over, over);
  return run.counts;
}

async function countEach(workspace: { id: string }, asker: Asker): Promise<Counts> {
  const counts: Counts = {};
  const until = performance.now() + ALTOGETHER;
  for (const { id, query } of await listViews(workspace, asker)) {
    if (performance.now() > until) break;
    const number = await countMatching(workspace, asker, query, LONGEST).catch(() => null);
    if (number !== null) counts[id] = number;
  }
  return counts;
}
