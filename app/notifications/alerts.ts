// How the app calls for an agent's attention, each to be turned off (row 61). Pure.
import { z } from "zod";

export interface Alerts {
  /** how much is unread, in the navigation and the title */
  badge: boolean;
  /** a short sound when a customer writes */
  sound: boolean;
  /** the browser's own notifications, from a window of the app's own */
  browser: boolean;
}

const stored = z.object({
  badge: z.boolean().catch(true),
  sound: z.boolean().catch(true),
  browser: z.boolean().catch(false),
});

/** Reads them from a row or a form; what does not fit has the value it has at first. */
export function readAlerts(kept: unknown): Alerts {
  const parsed = stored.safeParse(kept);
  return parsed.success ? parsed.data : stored.parse({});
}
