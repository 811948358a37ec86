// Postmark's webhooks, read: which mail, whom of its recipients, and what became of it. Pure.
import { z } from "zod";
import { now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";

export type ProviderNews =
  { kind: "delivered" } | { kind: "lost"; reason: string } | { kind: "opened"; at: Date };

export interface ProviderEvent {
  workspaceId: string;
  mailId: string;
  providerId: string;
  /** lower case; null when the event names nobody */
  address: string | null;
  news: ProviderNews;
}

const event = z.object({
  RecordType: z.string(),
  MessageID: z.string(),
  Type: z.string().optional(),
  /** of deliveries and opens */
  Recipient: z.string().optional(),
  /** of bounces and complaints */
  Email: z.string().optional(),
  ReceivedAt: z.string().optional(),
  Metadata: z.record(z.string(), z.string()).optional(),
});

/** null for what is none of ours, or says nothing of a mail's fate. */
export function readEvent(body: unknown): ProviderEvent | null {
  const parsed = event.safeParse(body);
  if (!parsed.success) return null;
  const { Metadata, MessageID, RecordType } = parsed.data;
  const workspaceId = Metadata?.workspace;
  const mailId = Metadata?.mail;
  const news = NEWS.get(RecordType)?.(parsed.data);
  if (!news || !isId(workspaceId) || !isId(mailId)) return null;
  const address = (parsed.data.Recipient ?? parsed.data.Email)?.trim().toLowerCase() || null;
  return { workspaceId, mailId, providerId: MessageID, address, news };
}

type Told = z.infer<typeof event>;

const NEWS = new Map<string, (told: Told) => ProviderNews | null>([
  ["Delivery", () => ({ kind: "delivered" })],
  [
    "Bounce",
    ({ Type }) =>
      LEAVES_IT.has(Type ?? "") ? null : { kind: "lost", reason: REASONS[Type ?? ""] ?? "bounced" },
  ],
  ["SpamComplaint", () => ({ kind: "lost", reason: "complained" })],
  ["Open", ({ ReceivedAt }) => ({ kind: "opened", at: readDate(ReceivedAt) })],
]);

/** Tried again by Postmark, or no failure at all (an out-of-office answer, a challenge, a subscription). */
const LEAVES_IT = new Set([
  "Transient",
  "DnsError",
  "AutoResponder",
  "AddressChange",
  "ChallengeVerification",
  "OpenRelayTest",
  "Subscribe",
  "Unsubscribe",
]);

const REASONS: Record<string, string> = {
  HardBounce: "no-such-mailbox",
  BadEmailAddress: "no-such-mailbox",
  Blocked: "blocked",
  SpamNotification: "blocked",
  DMARCPolicy: "blocked",
  VirusNotification: "blocked",
  ManuallyDeactivated: "suppressed",
};

function readDate(written: string | undefined): Date {
  const at = new Date(written ?? "");
  const year = at.getUTCFullYear();
  return year >= 2000 && year <= 9999 ? at : now();
}
