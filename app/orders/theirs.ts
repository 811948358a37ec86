// Whose an order is: one a conversation may show and change, or another customer's, which is as if it did not exist. Pure.
import { normaliseEmail } from "../customers/customer.ts";

/** A person as a store may know them. */
export interface Owner {
  /** of theirs, normalised */
  emails: string[];
  /** numbers of gid://shopify/Customer/… in this store */
  shopifyIds: string[];
  /** gid of the order Shopify confirmed their ticket is about; null without one */
  shopifyOrderId: string | null;
}

export interface Owned {
  /** gid */
  id: string;
  email: string | null;
  customer: { legacyResourceId: string } | null;
}

/** Theirs by the ticket's confirmed order, by the customer at Shopify, or, as guests order, by the address. */
export function isTheirs(owner: Owner, order: Owned): boolean {
  if (owner.shopifyOrderId === order.id) return true;
  if (order.customer && owner.shopifyIds.includes(order.customer.legacyResourceId)) return true;
  const email = normaliseEmail(order.email);
  return email !== null && owner.emails.includes(email);
}
