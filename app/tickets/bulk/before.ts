// What a ticket was before one of many changes, so that undoing gives it back. No words. Pure.
import { z } from "zod";
import { PRIORITIES, STATUSES } from "../ticket.ts";

/** The ticket as the database gives it. */
export interface Found {
  status: string;
  priority: string;
  spam: boolean;
  snoozedUntil: Date | null;
  archivedAt: Date | null;
  closedAt: Date | null;
  assigneeId: string | null;
  mergedIntoId: string | null;
  readAt: Date | null;
  lastInboundAt: Date | null;
}

const at = z.iso
  .datetime()
  .nullable()
  .transform((text) => (text ? new Date(text) : null));

const before = z.object({
  status: z.enum(STATUSES),
  priority: z.enum(PRIORITIES),
  snoozedUntil: at,
  archivedAt: at,
  assigneeId: z.uuid().nullable(),
  readAt: at,
  /** of a merge */
  mergeId: z.uuid().optional(),
});
export type Before = z.infer<typeof before>;

/** As it is kept. */
export const keepBefore = ({ status, priority, snoozedUntil, archivedAt, assigneeId, readAt }: Found) => ({
  status,
  priority,
  snoozedUntil: snoozedUntil?.toISOString() ?? null,
  archivedAt: archivedAt?.toISOString() ?? null,
  assigneeId,
  readAt: readAt?.toISOString() ?? null,
});

/** Reads it back; throws for anything else: only we write it. */
export const readBefore = (stored: unknown): Before => before.parse(stored);
