// What a macro's variables stand for on a ticket: what we know ourselves at once, what only Shopify knows when asked.
import { ShopifyUnavailable } from "../../clients/shopify-admin.server.ts";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { languageOf, type Language } from "../../i18n/language.ts";
import { makeTranslator } from "../../i18n/translator.ts";
import { formatMoney } from "../../lib/money.ts";
import { findOrderToTell } from "../../orders/order-to-tell.server.ts";
import type { OrderToTell } from "../../orders/order-to-tell.ts";
import { senderAddressNow } from "../../workspace/sender.server.ts";
import { showNumber, type TicketRef } from "../ticket.ts";
import { customerFacts, firstNameOf, withoutBraces, type Facts, type Missing } from "../variables.ts";

export interface TicketFacts {
  facts: Facts;
  /** what the customer is written to in, as far as anybody knows */
  language: Language;
}

/** Everything but the order, without asking anybody. Throws not-found. */
export async function readTicketFacts(
  workspace: { ticketPrefix: string },
  ref: TicketRef,
  agent: { name: string },
): Promise<TicketFacts> {
  const ticket = await findAbout(ref);
  const { customer, store, brand } = ticket;
  const none = { missing: "no-customer" } as const;
  return {
    facts: withoutBraces({
      ...(customer
        ? customerFacts(customer)
        : { "customer.name": none, "customer.first_name": none, "customer.email": none }),
      "agent.name": agent.name,
      "agent.first_name": firstNameOf(agent.name),
      "store.name": brand.name || store.name,
      "store.email": await senderAddressNow(db, brand),
      "store.domain": store.publicDomain ?? { missing: "no-domain" },
      "ticket.number": showNumber(workspace.ticketPrefix, ticket.number),
      "ticket.subject": ticket.subject,
    }),
    language: languageFor(ticket),
  };
}

/** The order's and its parcel's. Slow when Shopify is; says so when it gives no answer. Throws not-found. */
export async function readOrderFacts(ref: TicketRef): Promise<Facts> {
  const ticket = await findAbout(ref);
  const { customer, store } = ticket;
  try {
    const order = await findOrderToTell({
      shopDomain: store.shopDomain,
      shopifyOrderId: ticket.shopifyOrderId,
      orderName: ticket.orderName,
      customer: {
        shopifyId: customer?.shopify.find(({ storeId }) => storeId === store.id)?.shopifyId ?? null,
        email: customer?.email ?? null,
      },
    });
    if (typeof order === "string") return noOrder(order === "other" ? "other-order" : "no-order");
    return withoutBraces(orderFacts(order, languageFor(ticket)));
  } catch (error) {
    if (error instanceof ShopifyUnavailable) return noOrder("no-answer");
    throw error;
  }
}

async function findAbout({ workspaceId, id }: TicketRef) {
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      number: true,
      subject: true,
      locale: true,
      orderName: true,
      shopifyOrderId: true,
      store: { select: { id: true, name: true, shopDomain: true, publicDomain: true, locale: true } },
      brand: { select: { workspaceId: true, name: true, senderAddress: true } },
      customer: {
        select: {
          name: true,
          email: true,
          locale: true,
          shopify: { select: { storeId: true, shopifyId: true } },
        },
      },
    },
  });
  if (!ticket) throw new AppError("not-found");
  return ticket;
}

type About = Awaited<ReturnType<typeof findAbout>>;

const languageFor = ({ locale, customer, store }: About): Language =>
  languageOf(locale ?? customer?.locale ?? store.locale);

function orderFacts({ name, state, total, link, tracking }: OrderToTell, language: Language): Facts {
  const none = { missing: "no-parcel" } as const;
  return {
    "order.name": name,
    "order.status": makeTranslator(language).t(`variables.orderStatus.${state}`),
    "order.total": formatMoney(total, language),
    "order.link": link,
    "tracking.number": tracking?.number ?? none,
    "tracking.carrier": tracking?.carrier ?? none,
    "tracking.link": tracking?.link ?? none,
  };
}

function noOrder(missing: Missing): Facts {
  const none = { missing };
  return {
    "order.name": none,
    "order.status": none,
    "order.total": none,
    "order.link": none,
    "tracking.number": none,
    "tracking.carrier": none,
    "tracking.link": none,
  };
}
