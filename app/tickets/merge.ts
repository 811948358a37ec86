// Two tickets become one, or one becomes two: what stays of it so that it can be undone, and the state it leaves. Pure.
import { z } from "zod";
import { PRIORITIES, type Priority, type Status, type WaitingOn } from "./ticket.ts";

/** What a merge may change on the survivor. No words: it is kept for undoing. */
export interface MergeState {
  status: Status;
  waitingOn: WaitingOn;
  priority: Priority;
  spam: boolean;
  snoozedUntil: Date | null;
  closedAt: Date | null;
  archivedAt: Date | null;
  assigneeId: string | null;
  departmentId: string | null;
}

/** What the survivor takes from the other where it has none itself. */
export const TAKEN = ["customerId", "orderName", "topic", "supportAddressId", "locale"] as const;
export type Taken = (typeof TAKEN)[number];

/** Why two tickets can't become one, one can't become two, or that can't be undone. */
export type MergeRefusal =
  "other-store" | "itself" | "already-merged" | "merged-further" | "gone" | "everything" | "alone";

const date = z.iso
  .datetime()
  .nullable()
  .transform((at) => (at ? new Date(at) : null));

const state = z.object({
  status: z.enum(["open", "snoozed", "closed"]),
  waitingOn: z.enum(["us", "customer"]),
  priority: z.enum(PRIORITIES),
  spam: z.boolean(),
  snoozedUntil: date,
  closedAt: date,
  archivedAt: date,
  assigneeId: z.uuid().nullable(),
  departmentId: z.uuid().nullable(),
});

const ids = z.array(z.uuid());

/** What TicketMerge.moved holds. */
const moved = z.object({
  messageIds: ids,
  mailIds: ids,
  eventIds: ids,
  drafts: z.array(z.object({ agentId: z.uuid(), mode: z.string() })),
  /** of the swallowed ticket */
  other: state,
  before: state,
  after: state,
  taken: z.array(z.enum(TAKEN)),
});
export type Moved = z.infer<typeof moved>;

/** Reads what was kept; throws for anything else: only we write it. */
export const readMoved = (stored: unknown): Moved => moved.parse(stored);

/** The parts of a ticket's row that are kept. */
export const stateOf = (ticket: { [K in keyof MergeState]: unknown }): MergeState => ({
  status: ticket.status as Status,
  waitingOn: ticket.waitingOn as WaitingOn,
  priority: ticket.priority as Priority,
  spam: ticket.spam as boolean,
  snoozedUntil: ticket.snoozedUntil as Date | null,
  closedAt: ticket.closedAt as Date | null,
  archivedAt: ticket.archivedAt as Date | null,
  assigneeId: ticket.assigneeId as string | null,
  departmentId: ticket.departmentId as string | null,
});

const isHidden = ({ spam, archivedAt }: MergeState): boolean => spam || archivedAt !== null;
const AWAKE: Record<Status, number> = { open: 2, snoozed: 1, closed: 0 };

/**
 * The survivor's state: nothing that somebody still had to look at is out of sight afterwards. The more awake of the
 * two says the status (what is archived or spam does not, beside one that is not), the more urgent the priority.
 */
export function unite(survivor: MergeState, other: MergeState): MergeState {
  const comesOut = isHidden(survivor) && !isHidden(other);
  const heard = comesOut ? [other] : isHidden(other) && !isHidden(survivor) ? [survivor] : [survivor, other];
  const leading = heard.reduce((best, one) => (isMoreAwake(one, best) ? one : best));
  const onUs = heard.some(({ status, waitingOn }) => status !== "closed" && waitingOn === "us");
  return {
    status: leading.status,
    snoozedUntil: leading.snoozedUntil,
    closedAt: leading.closedAt,
    waitingOn: onUs ? "us" : leading.waitingOn,
    priority:
      PRIORITIES.indexOf(other.priority) > PRIORITIES.indexOf(survivor.priority)
        ? other.priority
        : survivor.priority,
    spam: survivor.spam && !comesOut,
    archivedAt: comesOut ? null : survivor.archivedAt,
    assigneeId: survivor.assigneeId ?? other.assigneeId,
    departmentId: survivor.departmentId ?? other.departmentId,
  };
}

function isMoreAwake(one: MergeState, best: MergeState): boolean {
  if (one.status !== best.status) return AWAKE[one.status] > AWAKE[best.status];
  if (!one.snoozedUntil || !best.snoozedUntil) return false;
  return one.snoozedUntil < best.snoozedUntil;
}

/** What undoing gives back: what the merge had changed, where nobody changed it since. */
export function giveBack(
  now: MergeState,
  { before, after }: Pick<Moved, "before" | "after">,
): Partial<MergeState> {
  const back: Partial<MergeState> = {};
  const untouched = (...fields: (keyof MergeState)[]) =>
    fields.every((field) => same(now[field], after[field])) &&
    fields.some((field) => !same(before[field], after[field]));
  if (untouched("status", "snoozedUntil", "closedAt"))
    Object.assign(back, {
      status: before.status,
      snoozedUntil: before.snoozedUntil,
      closedAt: before.closedAt,
    });
  if (untouched("waitingOn")) back.waitingOn = before.waitingOn;
  if (untouched("priority")) back.priority = before.priority;
  if (untouched("spam")) back.spam = before.spam;
  if (untouched("archivedAt")) back.archivedAt = before.archivedAt;
  if (untouched("assigneeId")) back.assigneeId = before.assigneeId;
  if (untouched("departmentId")) back.departmentId = before.departmentId;
  return back;
}

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
