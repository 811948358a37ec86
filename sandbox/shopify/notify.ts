// The mails Shopify itself sends a customer about an order, into their mailbox of the sandbox.

import { randomUUID } from "node:crypto";
import type { Order } from "../world/types.ts";
import type { Caller } from "./graph/view.ts";

type Occasion = "cancelled" | "edited" | "invoice" | "refunded";

const WORDS: Record<
  Occasion,
  Record<string, (order: string, amount: string) => [subject: string, text: string]>
> = {
  cancelled: {
    en: (order, amount) => [
      `Order ${order} has been canceled`,
      `Your order ${order} was canceled. Refunded: ${amount}.`,
    ],
    sv: (order, amount) => [
      `Order ${order} har avbrutits`,
      `Din order ${order} har avbrutits. Återbetalt: ${amount}.`,
    ],
    nb: (order, amount) => [
      `Bestilling ${order} er kansellert`,
      `Bestillingen ${order} er kansellert. Refundert: ${amount}.`,
    ],
  },
  edited: {
    en: (order, amount) => [
      `Your order ${order} has been updated`,
      `Your order ${order} was changed. Left to pay: ${amount}.`,
    ],
    sv: (order, amount) => [
      `Order ${order} har uppdaterats`,
      `Din order ${order} har ändrats. Kvar att betala: ${amount}.`,
    ],
    nb: (order, amount) => [
      `Bestilling ${order} er oppdatert`,
      `Bestillingen ${order} er endret. Gjenstår å betale: ${amount}.`,
    ],
  },
  invoice: {
    en: (order, amount) => [`Invoice ${order}`, `Left to pay on your order ${order}: ${amount}.`],
    sv: (order, amount) => [`Faktura ${order}`, `Kvar att betala på din order ${order}: ${amount}.`],
    nb: (order, amount) => [`Faktura ${order}`, `Gjenstår å betale på bestillingen ${order}: ${amount}.`],
  },
  refunded: {
    en: (order, amount) => [`Refund notification`, `You get ${amount} back for your order ${order}.`],
    sv: (order, amount) => [
      `Meddelande om återbetalning`,
      `Du får tillbaka ${amount} för din order ${order}.`,
    ],
    nb: (order, amount) => [`Varsel om refusjon`, `Du får tilbake ${amount} for bestillingen ${order}.`],
  },
};

export const mayNotify = (order: Order): boolean => order.email !== null;

/** Puts the mail into the mailbox: it is Shopify's, the app's mail provider never sees it. */
export function tellCustomer(
  { state, shop }: Caller,
  order: Order,
  occasion: Occasion,
  amount: string,
  wish: { to?: string | null; subject?: string | null; customMessage?: string | null } = {},
): void {
  const to = wish.to ?? order.email;
  if (!to) return;
  const locale = shop.customers.find(({ id }) => id === order.customerId)?.locale ?? shop.locale;
  const say = WORDS[occasion][locale] ?? WORDS[occasion].en;
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: order.currency });
  const [subject, text] = say?.(order.name, money.format(Number(amount))) ?? ["", ""];
  const from = { name: shop.name, email: `store+${shop.id}@t.shopifyemail.com` };
  const id = randomUUID();
  const textBody = [wish.customMessage, text].filter(Boolean).join("\n\n");
  state.mail.sent.push({
    id,
    at: state.now().toISOString(),
    from,
    to: [{ email: to, name: "" }],
    cc: [],
    bcc: [],
    replyTo: shop.email,
    subject: wish.subject ?? subject,
    textBody,
    htmlBody: "",
    headers: [],
    messageId: `<${id}@t.shopifyemail.com>`,
    metadata: {},
    tag: "",
    messageStream: "shopify",
    attachments: [],
    request: { From: from.email, To: to, Subject: wish.subject ?? subject, TextBody: textBody },
    outcomes: { [to]: "delivered" },
  });
  state.mail.changed();
}
