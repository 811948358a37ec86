// A customer's order as a card in their chat, its state in their language. Pure.
import { storefrontLanguage, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import type { CardOrder } from "../../customers/order-row.ts";
import type { Card } from "../../tickets/chat/card.ts";

type State = "cancelled" | "waiting" | "partly" | "sent";

export function cardOfOrder(order: CardOrder, locale: string | null): Card & { kind: "order" } {
  return {
    kind: "order",
    name: order.name.slice(0, 60),
    status: WORDS[storefrontLanguage(locale)][stateOf(order)],
    total: order.total.amount,
    currency: order.total.currencyCode,
  };
}

function stateOf({ cancelled, fulfilled }: CardOrder): State {
  if (cancelled) return "cancelled";
  if (fulfilled === "FULFILLED") return "sent";
  return fulfilled === "PARTIALLY_FULFILLED" ? "partly" : "waiting";
}

const WORDS: Record<StorefrontLanguage, Record<State, string>> = {
  en: { cancelled: "Cancelled", waiting: "Not sent yet", partly: "Partly sent", sent: "Sent" },
  sv: { cancelled: "Avbruten", waiting: "Inte skickad än", partly: "Delvis skickad", sent: "Skickad" },
  nb: { cancelled: "Avbestilt", waiting: "Ikke sendt ennå", partly: "Delvis sendt", sent: "Sendt" },
  da: { cancelled: "Annulleret", waiting: "Ikke sendt endnu", partly: "Delvist sendt", sent: "Sendt" },
  fi: {
    cancelled: "Peruttu",
    waiting: "Ei vielä lähetetty",
    partly: "Osittain lähetetty",
    sent: "Lähetetty",
  },
  de: {
    cancelled: "Storniert",
    waiting: "Noch nicht versandt",
    partly: "Teilweise versandt",
    sent: "Versandt",
  },
};
