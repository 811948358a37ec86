// The only door for e-mail: an envelope row, exactly as it will be sent, and the job that sends it.
import type { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { internetIdOf } from "./addresses.ts";
import type { Person } from "./person.ts";
import { oneLine } from "./text.ts";

export interface Letter {
  workspaceId: string;
  kind: "reply" | "acknowledgement" | "notification" | "test" | "form" | "follow-up" | "transcript";
  /** one reason = one mail: asking again with the same key queues nothing */
  requestKey: string;
  ticketId: string | null;
  messageId: string | null;
  senderName: string;
  /** a confirmed address of the merchant's; without it, our own */
  senderAddress?: string;
  to: string;
  /** the others in To */
  alsoTo?: Person[];
  cc?: Person[];
  bcc?: Person[];
  /** File ids, in the order they are attached */
  files?: string[];
  trackOpens?: boolean;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  /** Message-IDs this mail answers, oldest first */
  references: string[];
  /** marks mail a machine wrote (RFC 3834), so that other machines do not answer it */
  automatic: boolean;
}

/** Postmark and mail clients grow unhappy with very long chains; the first and the newest ids are what threads. */
const MOST_REFERENCES = 20;

/** Queues a letter in the caller's transaction. Returns its Message-ID; null when this reason was queued before. */
export async function queueMail(
  tx: Tx,
  letter: Letter,
): Promise<{ mailId: string; internetId: string } | null> {
  const mailId = newId();
  const internetId = internetIdOf(mailId, env.MAIL_FROM);
  const { count } = await tx.outgoingMail.createMany({
    data: [
      {
        workspaceId: letter.workspaceId,
        id: mailId,
        kind: letter.kind,
        requestKey: letter.requestKey,
        ticketId: letter.ticketId,
        messageId: letter.messageId,
        fromAddress: letter.senderAddress ?? env.MAIL_FROM,
        fromName: oneLine(letter.senderName),
        toAddress: letter.to,
        alsoTo: asJson(letter.alsoTo),
        cc: asJson(letter.cc),
        bcc: asJson(letter.bcc),
        files: letter.files ?? [],
        trackOpens: letter.trackOpens ?? false,
        replyTo: letter.replyTo,
        subject: oneLine(letter.subject),
        text: letter.text,
        html: letter.html,
        headers: headersOf(letter, internetId),
        internetId,
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  if (!count) return null;
  await enqueue(tx, "send-mail", { workspaceId: letter.workspaceId, mailId });
  return { mailId, internetId };
}

const asJson = (people: Person[] = []): Prisma.InputJsonArray =>
  people.map(({ name, address }) => ({ name: oneLine(name), address }));

/**
 * Our own Message-ID survives Postmark only with X-PM-KeepID; some providers rewrite it all the same, so it
 * also stands last in References.
 */
function headersOf(letter: Letter, internetId: string): { Name: string; Value: string }[] {
  const chain = letter.references.filter((id) => id !== internetId);
  const kept = chain.length > MOST_REFERENCES ? [chain[0], ...chain.slice(1 - MOST_REFERENCES)] : chain;
  const answered = chain.at(-1);
  return [
    { Name: "Message-ID", Value: `<${internetId}>` },
    { Name: "X-PM-KeepID", Value: "true" },
    ...(answered ? [{ Name: "In-Reply-To", Value: `<${answered}>` }] : []),
    { Name: "References", Value: [...kept, internetId].map((id) => `<${id}>`).join(" ") },
    ...(letter.automatic
      ? [
          // Nobody asked for a notification (RFC 3834 §5); an acknowledgement answers somebody.
          {
            Name: "Auto-Submitted",
            Value: letter.kind === "notification" ? "auto-generated" : "auto-replied",
          },
          { Name: "X-Auto-Response-Suppress", Value: "All" },
        ]
      : []),
  ];
}
