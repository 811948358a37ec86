// Shopify's words for a customer in ours. Pure.
import type { CustomerNode } from "../customer.graphql.ts";
import { adminUrl, presentOrder } from "../order-row.ts";
import type { CardCustomer, Consent } from "../profile.ts";

/** What the node says, as it is shown. */
export const presentCustomer = (node: CustomerNode, shopDomain: string): CardCustomer => ({
  shopifyId: node.legacyResourceId,
  name:
    [node.firstName, node.lastName].filter(Boolean).join(" ") || node.defaultEmailAddress?.emailAddress || "",
  email: node.defaultEmailAddress?.emailAddress ?? null,
  phone: node.defaultPhoneNumber?.phoneNumber ?? null,
  spent: node.amountSpent,
  numberOfOrders: Number(node.numberOfOrders),
  customerSince: node.createdAt,
  language: node.locale,
  consent: {
    email: node.defaultEmailAddress ? consentOf(node.defaultEmailAddress.marketingState) : null,
    sms: node.defaultPhoneNumber ? consentOf(node.defaultPhoneNumber.marketingState) : null,
  },
  addresses: (node.addressesV2?.nodes ?? [])
    .map(({ formatted }) => formatted)
    .filter((lines) => lines.length > 0),
  note: node.note ?? "",
  tags: node.tags ?? [],
  byShopify: {
    spendTier: node.statistics?.predictedSpendTier ?? null,
    rfmGroup: node.statistics?.rfmGroup ?? null,
  },
  adminUrl: adminUrl(shopDomain, `customers/${node.legacyResourceId}`),
  orders: (node.orders?.nodes ?? []).map((order) => presentOrder(order, shopDomain)),
});

/** What was never asked, is invalid or was erased is no consent. */
function consentOf(state: string | null): Consent {
  if (state === "SUBSCRIBED") return "subscribed";
  if (state === "PENDING") return "pending";
  return state === "UNSUBSCRIBED" ? "unsubscribed" : "none";
}
