// The pages of the mail client: all mailboxes, one mailbox, a conversation, a new mail.

import type { SandboxState } from "../state.ts";
import { nameOf, personOf, supportAddresses } from "./addresses.ts";
import { conversationsOf, mailboxes } from "./conversations.ts";
import type { Conversation, Letter } from "./conversations.ts";
import { forwardingPart } from "./forwarding.ts";
import { avatar, mailboxPath, page, shortTime } from "./frame.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { arrivedLetter, writtenLetter } from "./letters.ts";

/** Which mailboxes there are, a way into any other, and where support mail is forwarded to. */
export function startPage(state: SandboxState): string {
  const boxes = mailboxes(state.mail);
  const known = state.world.shops.flatMap((shop) =>
    shop.customers.slice(0, 60).map((customer) => customer.email),
  );
  return page(state, {
    title: "Mailboxes · Samla sandbox",
    main: html`
      <h1>Mailboxes</h1>
      <p class="lead">
        Every address has a mailbox here. Read what the shops sent, and answer as the customer.
      </p>
      <form class="open" action="/mail/open" method="get">
        <label for="address">Open a mailbox</label>
        <div class="row">
          <input
            id="address"
            name="address"
            type="email"
            required
            list="known"
            placeholder="name@example.com"
            autocomplete="off"
          />
          <button>Open</button>
        </div>
        <datalist id="known">
          ${[...new Set(known)].map((email) => email && html`<option value="${email}"></option>`)}
        </datalist>
      </form>
      <section data-live="boxes" aria-label="Mailboxes with mail">
        ${
          boxes.length === 0
            ? html`<p class="empty">
                No mail yet. Send the contact form in a <a href="/storefront" target="shop">shop</a>, and look
                here.
              </p>`
            : html`<ul class="list">
                ${boxes.map(
                  (box) =>
                    html`<li>
                      <a href="${mailboxPath(box.email)}">
                        ${avatar(nameOf(state, box.email))}
                        <span class="who"
                          ><strong>${nameOf(state, box.email)}</strong><small>${box.email}</small></span
                        >
                        <span class="quiet">${box.count} ${box.count === 1 ? "mail" : "mails"}</span>
                        ${shortTime(state, box.at)}
                      </a>
                    </li>`,
                )}
              </ul>`
        }
      </section>
      <p class="quiet"><a href="/mail/dns">DNS of the shops' domains</a></p>
      <details class="forwards">
        <summary>Where the shops' mail goes</summary>
        <p>Each shop forwards its support address to Postmark, which hands the mail to the app.</p>
        ${supportAddresses(state).map(
          ({ email, name, forward }, index) =>
            html`<form action="/mail/forwards" method="post">
              <input type="hidden" name="address" value="${email}" />
              <label for="forward-${index}">${name} · ${email}</label>
              <div class="row">
                <input id="forward-${index}" name="to" type="email" required value="${forward}" />
                <button class="plain">Save</button>
              </div>
            </form>`,
        )}
      </details>
    `,
  });
}

/** One mailbox: its conversations, newest first. */
export function mailboxPage(state: SandboxState, email: string): string {
  const conversations = conversationsOf(state.mail, email);
  const shop = personOf(state, email)?.shop;
  return page(state, {
    title: `${nameOf(state, email)} · Mail`,
    email,
    main: html`<h1>Inbox</h1>
      <section data-live="inbox">
        ${
          conversations.length === 0
            ? html`<p class="empty">
                Nothing here yet. <a href="${mailboxPath(email, "/new")}">Write to a shop</a>, or send its
                contact
                form${
                  shop
                    ? html` at
                        <a target="shop" href="/storefront/${shop.domain.split(".")[0] ?? ""}/pages/contact"
                          >${shop.name}</a
                        >`
                    : null
                }.
              </p>`
            : html`<ul class="list">
                ${conversations.map((conversation) => listed(state, email, conversation))}
              </ul>`
        }
      </section>
      ${forwardingPart(state, email)}`,
  });
}

/** A conversation with the field to answer it. */
export function conversationPage(state: SandboxState, email: string, conversation: Conversation): string {
  const last = conversation.letters.at(-1);
  const newest = conversation.letters.findLast((letter) => letter.kind === "arrived");
  return page(state, {
    title: `${conversation.subject} · Mail`,
    email,
    main: html`
      <p class="back"><a href="${mailboxPath(email)}">← Inbox</a></p>
      <h1>${conversation.subject || "(no subject)"}</h1>
      <section data-live="letters" aria-label="Mails">
        ${conversation.letters.map((letter) =>
          letter.kind === "arrived"
            ? arrivedLetter(state, email, letter.mail, letter === last || letter === newest)
            : writtenLetter(state, letter.mail, letter === last),
        )}
      </section>
      ${
        newest?.kind === "arrived"
          ? html`<form
              class="answer"
              method="post"
              enctype="multipart/form-data"
              action="${mailboxPath(email, `/answer`)}"
              data-live-target="${newest.mail.id}"
            >
              <input type="hidden" name="conversation" value="${conversation.id}" />
              <label for="text">Answer ${newest.mail.from.name || newest.mail.from.email}</label>
              <textarea id="text" name="text" rows="6" required></textarea>
              <div class="row">
                <label class="file">Attach files <input type="file" name="files" multiple /></label>
                <label class="file"
                  ><input type="checkbox" name="forged" /> Forge it: from a server that is not theirs</label
                >
                <button>Send</button>
              </div>
            </form>`
          : null
      }
    `,
  });
}

/** A new mail to one of the shops. */
export function newPage(state: SandboxState, email: string): string {
  const own = personOf(state, email)?.shop.email;
  return page(state, {
    title: "New mail",
    email,
    main: html`
      <p class="back"><a href="${mailboxPath(email)}">← Inbox</a></p>
      <h1>New mail</h1>
      <form class="answer" method="post" enctype="multipart/form-data" action="${mailboxPath(email, "/new")}">
        <label for="to">To</label>
        <input
          id="to"
          name="to"
          type="email"
          required
          list="support"
          value="${own ?? ""}"
          autocomplete="off"
        />
        <datalist id="support">
          ${supportAddresses(state).map((entry) => html`<option value="${entry.email}">${entry.name}</option>`)}
        </datalist>
        <label for="subject">Subject</label>
        <input id="subject" name="subject" required autocomplete="off" />
        <label for="text">Message</label>
        <textarea id="text" name="text" rows="10" required></textarea>
        <div class="row">
          <label class="file">Attach files <input type="file" name="files" multiple /></label>
          <button>Send</button>
        </div>
      </form>
    `,
  });
}

function listed(state: SandboxState, email: string, conversation: Conversation): Html {
  const last = conversation.letters.at(-1);
  const others = [...new Set(conversation.letters.map(sender))].join(", ");
  return html`<li>
    <a href="${mailboxPath(email, `/${conversation.id}`)}">
      ${avatar(others)}
      <span class="who">
        <strong
          >${others}
          ${conversation.letters.length > 1 ? html`<span class="count">${conversation.letters.length}</span>` : null}</strong
        >
        <span class="subject">${conversation.subject || "(no subject)"}</span>
        <small>${last ? preview(last) : ""}</small>
      </span>
      ${shortTime(state, conversation.at)}
    </a>
  </li>`;
}

const sender = ({ kind, mail }: Letter) => (kind === "written" ? "You" : mail.from.name || mail.from.email);

const preview = ({ kind, mail }: Letter) =>
  (kind === "written"
    ? mail.text
    : mail.textBody || mail.htmlBody.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ")
  )
    .replace(/\s+/g, " ")
    .slice(0, 140);
