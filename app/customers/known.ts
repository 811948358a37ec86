// What we ourselves know of a customer, without asking Shopify. Pure.

export interface KnownCustomer {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: string | null;
  /** when they first wrote or were written to, ISO 8601 */
  firstSeen: string;
  /** where they are a customer or have ordered */
  stores: StoreOfCustomer[];
  /** counted up to one more than MOST_COUNTED */
  tickets: number;
}

export interface StoreOfCustomer {
  id: string;
  name: string;
}

/** For whoever writes all day: nobody counts further than that. */
export const MOST_COUNTED = 999;
