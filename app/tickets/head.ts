// What a reply changes on its ticket, as it was before: kept so that taking the reply back restores it. Pure.
import { z } from "zod";

export interface Head {
  waitingOn: string;
  lastMessageId: string | null;
  lastMessageAt: Date;
}

const head = z
  .object({
    waitingOn: z.string(),
    lastMessageId: z.uuid().nullable(),
    lastMessageAt: z.iso.datetime().transform((at) => new Date(at)),
  })
  .nullable()
  .catch(null);

/** A ticket's head as an event keeps it. No words: an event outlives them. */
export const headOf = ({ waitingOn, lastMessageId, lastMessageAt }: Head) => ({
  waitingOn,
  lastMessageId,
  lastMessageAt: lastMessageAt.toISOString(),
});

/** Reads it back; null for anything else. */
export const readHead = (stored: unknown): Head | null => head.parse(stored ?? null);
