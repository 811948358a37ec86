// A mailbox that forwards to another address, the way Gmail does it: the target gets a code first, and nothing is
// forwarded until its owner typed that in. Forwarded mail keeps From and To; only its envelope and trace are new.

import { randomInt } from "node:crypto";
import type { SandboxState } from "../state.ts";
import { forwardedTo } from "./addresses.ts";
import { gmailMessageId, rawLetter } from "./compose.ts";
import type { Letter } from "./compose.ts";
import { mailboxPath } from "./frame.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { inboundFromRaw } from "./inbound.ts";
import type { SentMail } from "./store.ts";
import { deliverInbound, recordOf } from "./write.ts";

/** Asks the target whether it wants the mail, with a code that starts the forwarding. */
export async function askToForward(state: SandboxState, email: string, to: string): Promise<string> {
  const code = String(randomInt(100_000_000, 999_999_999));
  state.mail.askedForwards.set(email.toLowerCase(), { to, code });
  state.mail.changed();
  await hand(state, to, {
    from: { name: "Gmail Team", email: "forwarding-noreply@google.com" },
    to,
    subject: `(#${code}) Gmail Forwarding Confirmation - Receive Mail from ${email}`,
    text: confirmationText(email, to, code),
    at: state.now(),
    messageId: gmailMessageId(),
    language: "en",
    timeZone: "Europe/Stockholm",
    attachments: [],
  });
  return code;
}

/** Starts the forwarding; false when the code is another one. */
export function confirmForward(state: SandboxState, email: string, code: string): boolean {
  const asked = state.mail.askedForwards.get(email.toLowerCase());
  if (!asked || asked.code !== code.replace(/\D/g, "")) return false;
  state.mail.askedForwards.delete(email.toLowerCase());
  state.mail.forwards.set(email.toLowerCase(), asked.to);
  state.mail.changed();
  return true;
}

/** Hands on a mail the app sent to this mailbox, if it is forwarded anywhere. Only once: such a mail comes back to us. */
export async function forwardSent(state: SandboxState, mail: SentMail, email: string): Promise<void> {
  const to = forwardedTo(state, email);
  if (!to || to.toLowerCase() === email.toLowerCase()) return;
  const others = mail.headers.filter(({ name }) => !/^(message-id|references|in-reply-to)$/i.test(name));
  const named = (name: string) => mail.headers.find((one) => one.name.toLowerCase() === name)?.value;
  await hand(state, to, {
    from: mail.from,
    to: email,
    subject: mail.subject,
    text: mail.textBody,
    ...(mail.htmlBody ? { html: mail.htmlBody } : {}),
    at: new Date(mail.at),
    messageId: mail.messageId,
    references: named("references"),
    inReplyTo: named("in-reply-to"),
    language: "en",
    timeZone: "Europe/Stockholm",
    attachments: mail.attachments,
    headers: {
      ...Object.fromEntries(others.map(({ name, value }) => [name, value])),
      ...traceOf(state, email, to),
    },
  });
}

/** What Gmail adds on top of a mail it forwards. */
export function traceOf(state: SandboxState, email: string, to: string): Record<string, string> {
  const [local = "", domain = ""] = email.split("@");
  return {
    Received: `by 2002:a05:6402:2695:b0:5c8 with SMTP id forward; ${state.now().toUTCString()}`,
    "X-Forwarded-To": to,
    "X-Forwarded-For": `${email} ${to}`,
    "Delivered-To": email,
    "Return-Path": `<${local}+caf_=${to.replace("@", "=")}@${domain}>`,
  };
}

async function hand(state: SandboxState, recipient: string, letter: Letter): Promise<void> {
  const inbound = await inboundFromRaw(await rawLetter(letter), { recipient });
  await deliverInbound(state, recordOf(state, inbound), JSON.stringify(inbound));
}

/** The part of a mailbox's page where its owner has it forwarded. */
export function forwardingPart(state: SandboxState, email: string): Html {
  const asked = state.mail.askedForwards.get(email.toLowerCase());
  const current = forwardedTo(state, email);
  return html`<details class="forwards" id="forwarding" ${asked ? html`open` : null}>
    <summary>Forwarding: ${current ? `to ${current}` : "off"}</summary>
    <form action="${mailboxPath(email, "/forwarding")}" method="post">
      <label for="forward-to">Forward this mailbox to</label>
      <div class="row">
        <input id="forward-to" name="to" type="email" required autocomplete="off" />
        <button class="plain">Forward</button>
      </div>
    </form>
    ${
      asked
        ? html`<form action="${mailboxPath(email, "/forwarding/code")}" method="post">
            <label for="forward-code">Code that was sent to ${asked.to}</label>
            <div class="row">
              <input id="forward-code" name="code" required inputmode="numeric" autocomplete="off" />
              <button class="plain">Confirm</button>
            </div>
          </form>`
        : null
    }
  </details>`;
}

const confirmationText = (email: string, to: string, code: string): string =>
  [
    `${email} has requested to automatically forward mail to your email address ${to}.`,
    `Confirmation code: ${code}`,
    `To allow ${email} to automatically forward mail to your address, please click the link below to confirm the request:`,
    `https://mail-settings.google.com/mail/vf-%5BANGjdJ-${code}%5D-sandbox`,
    "If you click the link and it appears to be broken, please copy and paste it into a new browser window.",
    "If you accidentally clicked the link, but you do not want to allow this, please visit https://support.google.com/mail/answer/184973.",
    "Sincerely,\nThe Gmail Team",
  ].join("\n\n");
