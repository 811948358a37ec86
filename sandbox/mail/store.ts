// What passed through the pretend mail provider: what the app sent, what customers wrote, what came of it.
// One store per run; a reset replaces it (`close()` the old one first, so that its waiting retries stop).

import type { OwnDomain } from "../postmark/domains.ts";
import type { PostmarkMessage } from "../postmark/message.ts";
import type { PostmarkInbound } from "./inbound.ts";

export interface Header {
  name: string;
  value: string;
}

export interface MailAddress {
  email: string;
  name: string;
}

export interface MailAttachment {
  name: string;
  contentType: string;
  /** base64 */
  content: string;
  /** set for pictures shown inside the HTML, without angle brackets */
  contentId?: string;
}

/** One mail Postmark was asked to send and accepted. */
export interface SentMail {
  /** Postmark's own MessageID, a uuid */
  id: string;
  at: string;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  replyTo: string;
  subject: string;
  textBody: string;
  htmlBody: string;
  headers: Header[];
  /** the Message-ID header as the recipient sees it, with angle brackets */
  messageId: string;
  metadata: Record<string, string>;
  tag: string;
  messageStream: string;
  attachments: MailAttachment[];
  /** the API call as it came, in Postmark's field names */
  request: PostmarkMessage;
  /** what became of it, per recipient address */
  outcomes: Record<string, "accepted" | "delivered" | "bounced" | "complained">;
}

/** One mail a customer wrote, and how the app answered each time Postmark tried to hand it over. */
export interface WrittenMail {
  /** Postmark's MessageID for the inbound mail, a uuid */
  id: string;
  at: string;
  from: MailAddress;
  to: string;
  subject: string;
  /** what the customer typed, without the quoted history */
  text: string;
  messageId: string;
  inReplyTo: string;
  references: string;
  attachments: string[];
  inbound: PostmarkInbound | null;
  attempts: { at: string; status: number }[];
  state: "trying" | "taken" | "refused" | "given-up" | "undeliverable";
}

export interface MailStore {
  /** newest last */
  sent: SentMail[];
  /** newest last */
  written: WrittenMail[];
  /** lower-case addresses Postmark no longer sends to, after a hard bounce or a complaint */
  suppressed: Set<string>;
  /** support address -> the Postmark address the merchant forwards it to, where it is not the default one */
  forwards: Map<string, string>;
  /** mailbox -> where its owner wants it forwarded, and the code that must come back first */
  askedForwards: Map<string, { to: string; code: string }>;
  /** domains added through the API, beside our own */
  domains: OwnDomain[];
  /** host names of the records that stand in the merchants' DNS */
  published: Set<string>;
  /** domains that may stand in From; everything else is refused with error 400 */
  verifiedDomains: Set<string>;
  /** waits between tries to hand a mail or an event to the app; Postmark's 1 min … 6 h, shortened */
  retryAfterMs: number[];
  /** how long after acceptance the delivery event follows */
  deliverAfterMs: number;
  /** grows with every change, so that open pages know when to look again */
  revision: number;
  changed(): void;
  /** Runs `work` later, unless the store was closed meanwhile. */
  later(ms: number, work: () => void): void;
  /** Forgets all waiting work. */
  close(): void;
}

/** An empty mail store. */
export function createMailStore(): MailStore {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  return {
    sent: [],
    written: [],
    suppressed: new Set(),
    forwards: new Map(),
    askedForwards: new Map(),
    domains: [],
    published: new Set(),
    verifiedDomains: new Set(["samla.example"]),
    retryAfterMs: [1000, 2000, 3000, 3000, 3000, 5000, 8000, 15000, 30000, 60000],
    deliverAfterMs: 1000,
    revision: 0,
    changed() {
      this.revision += 1;
    },
    later(ms, work) {
      if (closed) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        work();
      }, ms);
      timer.unref();
      timers.add(timer);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
