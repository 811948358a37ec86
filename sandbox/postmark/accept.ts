// Takes a valid mail over: gives it its Postmark id and its Message-ID, keeps it, and lets events follow.

import { randomUUID } from "node:crypto";
import { forwardSent } from "../mail/forwarding.ts";
import type { SentMail } from "../mail/store.ts";
import type { SandboxState } from "../state.ts";
import { bounce, deliver } from "./events.ts";
import { addresses } from "./message.ts";
import type { PostmarkMessage } from "./message.ts";

export interface Accepted {
  To: string;
  SubmittedAt: string;
  MessageID: string;
  ErrorCode: 0;
  Message: string;
}

/** Keeps the mail as sent and returns Postmark's answer. Recipients who are inactive get nothing. */
export function accept(state: SandboxState, message: PostmarkMessage): Accepted {
  const mail = asSent(state, message);
  const inactive = Object.keys(mail.outcomes).filter((email) =>
    state.mail.suppressed.has(email.toLowerCase()),
  );
  state.mail.sent.push(mail);
  state.mail.changed();
  for (const email of Object.keys(mail.outcomes)) {
    if (!inactive.includes(email))
      state.mail.later(state.mail.deliverAfterMs, () => void arrive(state, mail, email));
  }
  return {
    To: message.To ?? "",
    SubmittedAt: mail.at,
    MessageID: mail.id,
    ErrorCode: 0,
    Message: inactive.length
      ? `Message OK, but will not deliver to these inactive addresses: ${inactive.join(", ")}.`
      : "OK",
  };
}

/** Postmark's test domain bounces by local part; everybody else's mailbox takes the mail. */
async function arrive(state: SandboxState, mail: SentMail, email: string): Promise<void> {
  const [local, domain] = email.toLowerCase().split("@");
  if (domain !== "bounce-testing.postmarkapp.com") {
    await deliver(state, mail, email);
    await forwardSent(state, mail, email);
  } else await bounce(state, mail, email, local === "softbounce" ? "SoftBounce" : "HardBounce");
}

function asSent(state: SandboxState, message: PostmarkMessage): SentMail {
  const id = randomUUID();
  const given = message.Headers ?? [];
  const valueOf = (name: string) => given.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? "";
  const keepsId = valueOf("x-pm-keepid").toLowerCase() === "true" && valueOf("message-id") !== "";
  const messageId = keepsId ? valueOf("message-id") : `<${id}@mtasv.net>`;
  const others = given.filter(({ Name }) => !["message-id", "x-pm-keepid"].includes(Name.toLowerCase()));
  const [to, cc, bcc] = [message.To, message.Cc, message.Bcc].map((list) => addresses(list));
  const everyone = [...(to ?? []), ...(cc ?? []), ...(bcc ?? [])];
  return {
    id,
    at: state.now().toISOString(),
    from: addresses(message.From)[0] ?? { name: "", email: "" },
    to: to ?? [],
    cc: cc ?? [],
    bcc: bcc ?? [],
    replyTo: message.ReplyTo ?? "",
    subject: message.Subject ?? "",
    textBody: message.TextBody ?? "",
    htmlBody: message.HtmlBody ?? "",
    headers: [
      { name: "Message-ID", value: messageId },
      ...others.map(({ Name, Value }) => ({ name: Name, value: Value })),
    ],
    messageId,
    metadata: message.Metadata ?? {},
    tag: message.Tag ?? "",
    messageStream: message.MessageStream ?? "outbound",
    attachments: (message.Attachments ?? []).map((file) => ({
      name: file.Name,
      contentType: file.ContentType,
      content: file.Content,
      ...(file.ContentID ? { contentId: file.ContentID.replace(/^cid:/, "") } : {}),
    })),
    request: message,
    outcomes: Object.fromEntries(everyone.map(({ email }) => [email, "accepted" as const])),
  };
}
