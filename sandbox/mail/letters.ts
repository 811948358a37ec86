// One mail in a conversation: as it looks, its text, its headers, and what the customer can do with it.

import type { SandboxState } from "../state.ts";
import { outcomeAt } from "./conversations.ts";
import { avatar, mailboxPath, shortTime } from "./frame.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import type { SentMail, WrittenMail } from "./store.ts";

/** A mail from the shop. Its HTML lives in a frame without scripts. */
export function arrivedLetter(state: SandboxState, email: string, mail: SentMail, open: boolean): Html {
  const outcome = outcomeAt(mail, email) ?? "accepted";
  const shown = mail.htmlBody
    ? html`<iframe
        class="mail"
        title="${mail.subject}"
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        src="/mail/html/${mail.id}"
      ></iframe>`
    : html`<pre class="text">${mail.textBody}</pre>`;
  return html`<details class="letter" id="letter-${mail.id}" ${open ? html`open` : null}>
    <summary>
      ${avatar(mail.from.name || mail.from.email)}
      <span class="who"
        ><strong>${mail.from.name || mail.from.email}</strong
        ><small>to ${list(mail.to)}${mail.cc.length ? html` · cc ${list(mail.cc)}` : null}</small></span
      >
      ${OUTCOMES[outcome]} ${shortTime(state, mail.at)}
    </summary>
    ${shown} ${mail.attachments.some(({ contentId }) => !contentId) ? attachments(mail) : null}
    <div class="more">
      <details>
        <summary>Plain text</summary>
        <pre class="text">${mail.textBody || "This mail has no plain text."}</pre>
      </details>
      <details>
        <summary>Headers</summary>
        <pre class="text">${headerText(mail)}</pre>
      </details>
      <form method="post" action="${mailboxPath(email, "/outcome")}">
        <input type="hidden" name="id" value="${mail.id}" />
        <button class="plain" name="type" value="HardBounce">Let it bounce</button>
        <button class="plain" name="type" value="SpamComplaint">Report as spam</button>
      </form>
    </div>
  </details>`;
}

/** A mail the customer wrote, and whether the app took it. */
export function writtenLetter(state: SandboxState, mail: WrittenMail, open: boolean): Html {
  return html`<details class="letter own" id="letter-${mail.id}" ${open ? html`open` : null}>
    <summary>
      ${avatar(mail.from.name || mail.from.email)}
      <span class="who"><strong>You</strong><small>to ${mail.to}</small></span>
      ${stateOf(mail)} ${shortTime(state, mail.at)}
    </summary>
    <pre class="text">${mail.text}</pre>
    ${mail.attachments.length ? html`<p class="files">${mail.attachments.map((name) => html`<span class="chip">${name}</span>`)}</p>` : null}
    <div class="more">
      ${
        mail.inbound &&
        mail.state !== "undeliverable" &&
        html`<details>
            <summary>What the app got</summary>
            <pre class="text">
${JSON.stringify({ ...mail.inbound, RawEmail: undefined, Attachments: mail.attachments }, null, 2)}</pre>
          </details>
          <details>
            <summary>Raw mail</summary>
            <pre class="text">${(mail.inbound.RawEmail ?? "").slice(0, 20_000)}</pre>
          </details>`
      }
    </div>
  </details>`;
}

/** The mail's HTML as a document of its own: inline pictures in place, links opening outside. */
export function mailDocument(mail: SentMail): string {
  const withPictures = mail.attachments.reduce(
    (body, file) =>
      file.contentId
        ? body.replaceAll(`cid:${file.contentId}`, `data:${file.contentType};base64,${file.content}`)
        : body,
    mail.htmlBody,
  );
  return `<!doctype html><base target="_blank">${withPictures}`;
}

const OUTCOMES = {
  accepted: html`<span class="state">on its way</span>`,
  delivered: null,
  bounced: html`<span class="state bad">bounced</span>`,
  complained: html`<span class="state bad">reported as spam</span>`,
};

function stateOf(mail: WrittenMail): Html {
  const last = mail.attempts.at(-1);
  const answer = last ? (last.status === 0 ? "no answer" : String(last.status)) : "";
  const tries = `${mail.attempts.length} ${mail.attempts.length === 1 ? "try" : "tries"}`;
  if (mail.state === "taken") return html`<span class="state good" title="${tries}">taken by the app</span>`;
  if (mail.state === "refused") return html`<span class="state bad">refused (${answer})</span>`;
  if (mail.state === "given-up")
    return html`<span class="state bad">given up after ${tries} (${answer})</span>`;
  if (mail.state === "undeliverable") return html`<span class="state bad">nobody takes mail there</span>`;
  return html`<span class="state">${last ? `${answer}, trying again (${tries})` : "on its way"}</span>`;
}

const attachments = (mail: SentMail) =>
  html`<p class="files">
    ${mail.attachments.map(
      (file, index) =>
        !file.contentId &&
        html`<a class="chip" href="/mail/file/${mail.id}/${index}" download="${file.name}">${file.name}</a>`,
    )}
  </p>`;

const headerText = (mail: SentMail) =>
  [
    `From: ${mail.request.From ?? ""}`,
    `To: ${mail.request.To ?? ""}`,
    ...(mail.request.Cc ? [`Cc: ${mail.request.Cc}`] : []),
    ...(mail.replyTo ? [`Reply-To: ${mail.replyTo}`] : []),
    `Subject: ${mail.subject}`,
    `Date: ${new Date(mail.at).toUTCString()}`,
    ...mail.headers.map(({ name, value }) => `${name}: ${value}`),
  ].join("\n");

const list = (people: { name: string; email: string }[]) =>
  people.map(({ name, email }) => name || email).join(", ");
