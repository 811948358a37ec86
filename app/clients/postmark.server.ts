// Postmark, in our words. What went wrong is one of three things: try again, never, or nobody knows.
import { Errors, ServerClient } from "postmark";
import { env } from "../env.server.ts";
import { once } from "../lib/once.server.ts";

export interface PostmarkFile {
  name: string;
  contentType: string;
  bytes: Buffer;
  /** stands in the HTML under this Content-ID */
  contentId: string | null;
}

/** from and the lists are header values. */
export interface PostmarkMail {
  from: string;
  to: string;
  cc: string;
  bcc: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  headers: { Name: string; Value: string }[];
  metadata: Record<string, string>;
  files: PostmarkFile[];
  trackOpens: boolean;
}

/** Seconds. Well below the lease of a claimed mail (mail/send.server.ts). */
const TIMEOUT = 15;

export type SendFailure = "later" | "never" | "unknown";

/** Why a mail did not (or may not) have gone out. `reason` is a code the agent's page has words for. */
export class NotSent extends Error {
  readonly failure: SendFailure;
  readonly reason: string;

  constructor(failure: SendFailure, reason: string, cause: unknown) {
    super(reason, { cause });
    this.name = "NotSent";
    this.failure = failure;
    this.reason = reason;
  }
}

const client = () =>
  once("postmark", () => {
    const url = new URL(env.POSTMARK_API_URL);
    return new ServerClient(env.POSTMARK_SERVER_TOKEN, {
      useHttps: url.protocol === "https:",
      requestHost: `${url.host}${url.pathname}`.replace(/\/$/, ""),
      timeout: TIMEOUT,
      fetch: fetchSayingWhy,
    });
  });

/**
 * Sends one mail. Returns Postmark's MessageID, and the recipients it will not deliver to (their addresses have
 * refused mail before; if that is so of all of them, it throws). Throws NotSent.
 */
export async function sendMail(mail: PostmarkMail): Promise<{ providerId: string; inactive: string[] }> {
  try {
    const sent = await client().sendEmail({
      From: mail.from,
      To: mail.to,
      ...(mail.cc ? { Cc: mail.cc } : {}),
      ...(mail.bcc ? { Bcc: mail.bcc } : {}),
      ...(mail.replyTo ? { ReplyTo: mail.replyTo } : {}),
      Subject: mail.subject,
      TextBody: mail.text,
      HtmlBody: mail.html,
      Headers: mail.headers,
      Metadata: mail.metadata,
      ...(mail.files.length ? { Attachments: mail.files.map(attachment) } : {}),
      TrackOpens: mail.trackOpens,
      MessageStream: "outbound",
    });
    return { providerId: sent.MessageID, inactive: inactiveIn(sent.Message) };
  } catch (error) {
    throw translate(error);
  }
}

/** Postmark's MessageID of a mail it took with this metadata; null when it knows of none. Throws NotSent. */
export async function findSent(mailId: string): Promise<string | null> {
  const asked = { count: 1, offset: 0, metadata_mail: mailId };
  try {
    const { Messages } = await client().getOutboundMessages(asked);
    return Messages[0]?.MessageID ?? null;
  } catch (error) {
    throw translate(error);
  }
}

const attachment = (file: PostmarkFile) => ({
  Name: file.name,
  Content: file.bytes.toString("base64"),
  ContentType: file.contentType,
  ContentID: file.contentId ? `cid:${file.contentId}` : null,
});

/** "Message OK, but will not deliver to these inactive addresses: a@b.example, c@d.example." */
const inactiveIn = (message: string): string[] =>
  (/inactive addresses: (.+?)\.?$/i.exec(message)?.[1] ?? "")
    .split(/[\s,]+/)
    .filter((address) => address.includes("@"))
    .map((address) => address.toLowerCase());

// https://postmarkapp.com/developer/api/overview#error-codes
const REASONS: Record<number, string> = {
  10: "account",
  300: "refused",
  400: "sender-unconfirmed",
  401: "sender-unconfirmed",
  405: "credits",
  406: "suppressed",
  411: "attachment-type",
  412: "account",
  413: "account",
};

function translate(error: unknown): NotSent {
  if (!(error instanceof Errors.PostmarkError)) return new NotSent("unknown", "no-answer", error);
  const { code, statusCode } = error;
  if (statusCode === 429 || statusCode >= 500) return new NotSent("later", "provider-down", error);
  if (statusCode >= 400) return new NotSent("never", REASONS[code] ?? "refused", error);
  return neverConnected(error)
    ? new NotSent("later", "provider-down", error)
    : new NotSent("unknown", "no-answer", error);
}

/** Before a connection stood nothing can have been accepted; after that, anything. */
const neverConnected = (error: Error): boolean =>
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT/.test(error.message);

/** The client keeps only an error's message, and fetch puts the reason into the cause. */
async function fetchSayingWhy(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new Error(`${error instanceof Error ? error.message : "fetch failed"} ${code}`, { cause: error });
  }
}
