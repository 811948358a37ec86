// What Postmark tells the app afterwards: delivered, bounced, complained, opened, suppressed. Field names are Postmark's.

import type { SentMail } from "../mail/store.ts";
import type { SandboxState } from "../state.ts";
import { handOver } from "./hand-over.ts";

const HOOK = "/hooks/postmark/events";
const SERVER_ID = 23;

const BOUNCES = {
  HardBounce: {
    TypeCode: 1,
    Name: "Hard bounce",
    Description: "The server was unable to deliver your message (ex: unknown user, mailbox not found).",
    Details: "smtp;550 5.1.1 The email account that you tried to reach does not exist.",
  },
  SoftBounce: {
    TypeCode: 4096,
    Name: "Soft bounce",
    Description:
      "Unable to temporarily deliver message (i.e. mailbox full, account disabled, exceeds quota, out of disk space).",
    Details: "smtp;452 4.2.2 The recipient's inbox is out of storage space.",
  },
  SpamComplaint: {
    TypeCode: 100001,
    Name: "Spam complaint",
    Description: "The subscriber explicitly marked this message as spam.",
    Details: "",
  },
} as const;

export type BounceType = keyof typeof BOUNCES;

let bounceIds = 700_000_000;

/** The mail reached the mailbox; a bounce or complaint that came first stays. */
export async function deliver(state: SandboxState, mail: SentMail, email: string): Promise<void> {
  if (mail.outcomes[email] !== "accepted") return;
  mail.outcomes[email] = "delivered";
  state.mail.changed();
  await handOver(
    state,
    HOOK,
    JSON.stringify({
      RecordType: "Delivery",
      ServerID: SERVER_ID,
      MessageStream: mail.messageStream,
      MessageID: mail.id,
      Recipient: email,
      Tag: mail.tag,
      DeliveredAt: state.now().toISOString(),
      Details: "smtp;250 2.0.0 OK",
      Metadata: mail.metadata,
    }),
  );
}

/**
 * The mail came back, or its reader called it spam. All but soft bounces stop further mail to the address.
 * Resolves with the app's first answer.
 */
export async function bounce(
  state: SandboxState,
  mail: SentMail,
  email: string,
  type: BounceType,
): Promise<number> {
  const complaint = type === "SpamComplaint";
  const inactive = type !== "SoftBounce";
  mail.outcomes[email] = complaint ? "complained" : "bounced";
  if (inactive) state.mail.suppressed.add(email.toLowerCase());
  state.mail.changed();
  bounceIds += 1;
  const answer = await handOver(
    state,
    HOOK,
    JSON.stringify({
      RecordType: complaint ? "SpamComplaint" : "Bounce",
      MessageStream: mail.messageStream,
      ID: bounceIds,
      Type: type,
      ...BOUNCES[type],
      Tag: mail.tag,
      MessageID: mail.id,
      Metadata: mail.metadata,
      ServerID: SERVER_ID,
      Email: email,
      From: mail.from.email,
      BouncedAt: state.now().toISOString(),
      DumpAvailable: !complaint,
      Inactive: inactive,
      CanActivate: !complaint,
      Subject: mail.subject,
    }),
  );
  if (inactive) await changeSubscription(state, email, { mail, reason: type });
  return answer;
}

/** The mail was looked at with its pictures. Postmark hears of it only when it was asked to track opens. */
export async function open(state: SandboxState, mail: SentMail, email: string): Promise<void> {
  if (!mail.request.TrackOpens) return;
  await handOver(
    state,
    HOOK,
    JSON.stringify({
      RecordType: "Open",
      FirstOpen: true,
      MessageStream: mail.messageStream,
      MessageID: mail.id,
      Recipient: email,
      ReceivedAt: state.now().toISOString(),
      Tag: mail.tag,
      UserAgent: "Mozilla/5.0",
      Metadata: mail.metadata,
    }),
  );
}

/** An address came on the list of those Postmark no longer sends to (for a mail), or off it. */
export async function changeSubscription(
  state: SandboxState,
  email: string,
  cause: { mail: SentMail; reason: BounceType } | null,
): Promise<void> {
  await handOver(
    state,
    HOOK,
    JSON.stringify({
      RecordType: "SubscriptionChange",
      ServerID: SERVER_ID,
      MessageStream: cause?.mail.messageStream ?? "outbound",
      MessageID: cause?.mail.id ?? "00000000-0000-0000-0000-000000000000",
      ChangedAt: state.now().toISOString(),
      Recipient: email,
      Origin: cause ? "Recipient" : "Customer",
      SuppressSending: cause !== null,
      SuppressionReason: cause?.reason ?? null,
      Tag: cause?.mail.tag ?? "",
      Metadata: cause?.mail.metadata ?? {},
    }),
  );
}
