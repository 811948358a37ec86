// What can be done to many tickets at once, and how much at a time. Pure.
import { z } from "zod";
import { PRIORITIES } from "../ticket.ts";

/** Up to here it is done in the request itself; beyond, by a job. */
export const AT_ONCE = 50;
/** "All that match" stops here. */
export const MOST_TICKETS = 100_000;
/** Tickets that may be named one by one. */
export const MOST_NAMED = 1_000;
/** Tickets that may become one. */
export const MOST_MERGED = 20;

const nothing = z.object({}).transform(() => ({}));

/** Every action with what it needs to know. */
export const ARGS = {
  assign: z.object({ agentId: z.uuid() }),
  unassign: nothing,
  "add-label": z.object({ labelId: z.uuid() }),
  "remove-label": z.object({ labelId: z.uuid() }),
  priority: z.object({ priority: z.enum(PRIORITIES) }),
  close: nothing,
  reopen: nothing,
  snooze: z.object({ until: z.iso.datetime() }),
  archive: nothing,
  restore: nothing,
  spam: nothing,
  "not-spam": nothing,
  read: nothing,
  unread: nothing,
  merge: z.object({ into: z.uuid() }),
} as const;

export type ActionName = keyof typeof ARGS;
export type Action = { [N in ActionName]: { name: N; args: z.infer<(typeof ARGS)[N]> } }[ActionName];

/** Reads an action from a form or a row; null for anything else. */
export function readAction(name: string, args: unknown): Action | null {
  if (!Object.hasOwn(ARGS, name)) return null;
  const read = ARGS[name as ActionName].safeParse(args);
  return read.success ? ({ name, args: read.data } as Action) : null;
}

/** What became of one ticket. */
export type ItemState = "waiting" | "done" | "unchanged" | "failed" | "undone" | "kept";
export type BulkState = "waiting" | "running" | "done" | "undoing" | "undone";

export interface BulkProgress {
  id: string;
  action: Action;
  /** "all that match", not chosen one by one */
  all: boolean;
  /** there were more than can be done at once */
  capped: boolean;
  state: BulkState;
  total: number;
  counts: Record<ItemState, number>;
  /** what could not be done or undone, the first hundred */
  troubles: { ticketId: string; number: string | null; reason: string }[];
  createdAt: string;
}

/** Whether it is still being worked on. */
export const isBusy = (state: BulkState): boolean =>
  state === "waiting" || state === "running" || state === "undoing";
