// How long the archive keeps what is put there. Pure.
import { DAY, later } from "../lib/clock.ts";

const DAYS = 30;
/** What is archived is deleted for good after this long (row 48). */
const KEPT = DAYS * DAY;

/** What was archived then or earlier is due to be deleted now. */
export const expiredBefore = (now: Date): Date => later(now, -KEPT);

/** Days until an archived ticket is deleted; 0 when it may happen any minute. Clocks on pages may be a minute behind. */
export const daysLeft = (archivedAt: Date, now: Date): number =>
  Math.min(DAYS, Math.max(0, Math.ceil((archivedAt.getTime() + KEPT - now.getTime()) / DAY)));
