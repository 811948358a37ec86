// Postmark's list of addresses it no longer sends to: what it tells us when one comes on it or off it. Pure.
import { z } from "zod";

const change = z.object({
  RecordType: z.literal("SubscriptionChange"),
  Recipient: z.string().trim().toLowerCase().min(3).max(254),
  SuppressSending: z.boolean(),
});

/** null for any other event. */
export function readSuppression(body: unknown): { address: string; suppressed: boolean } | null {
  const parsed = change.safeParse(body);
  return parsed.success ? { address: parsed.data.Recipient, suppressed: parsed.data.SuppressSending } : null;
}
