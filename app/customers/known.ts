// What we ourselves know of a customer, without asking Shopify. Pure.

export interface KnownCustomer {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: string | null;
  /** when they first wrote or were written to, ISO 8601 */
  firstSeen: string;
}
