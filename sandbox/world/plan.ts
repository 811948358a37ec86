// What is written down by hand about a shop; world.ts turns it into products, customers and orders.
import type { Fit, Range } from "./catalog.ts";
import type { Address, FinancialStatus, FulfillmentStatus, Order, OrderLine, Shop } from "./types.ts";

export interface ShopPlan {
  shop: Omit<Shop, "products" | "customers" | "orders">;
  range: Range;
  people: Person[];
  orders: PlannedOrder[];
  numbering: Numbering;
  /** whole kronor; free from `freeFrom` upwards */
  postage: { price: number; freeFrom: number };
  carriers: Carrier[];
  /** how many of the order numbers nobody has are guests' */
  crowd?: number;
}

export interface Person {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  locale: string;
  address: Address;
  /** how many orders the person has placed, planned ones included */
  orders: number;
  /** what they buy for themselves, and in which size; other options stay the same per person and product */
  wears: Fit;
  size: string;
  /** buys for children as well */
  children?: boolean;
  note?: string;
  tags?: string[];
  otherAddresses?: Address[];
  /** false: has never confirmed the address by logging in */
  verifiedEmail?: boolean;
}

/** An order some conversation is about; the rest of a person's history is filled in around these. */
export interface PlannedOrder {
  number: number;
  /** the person's full name */
  by: string;
  /** somebody without an account */
  guest?: Person;
  /** SKU, or SKU and quantity */
  lines: (string | [sku: string, quantity: number])[];
  financial?: FinancialStatus;
  fulfillment?: FulfillmentStatus;
  cancelled?: boolean;
  note?: string;
  tags?: string[];
  /** of everything, with this code */
  free?: string;
  presentment?: Order["presentment"];
  /** of products that were deleted since */
  gone?: Pick<OrderLine, "title" | "variantTitle" | "sku" | "price">[];
  /** when it went out otherwise than whole, in one parcel, a day after and delivered three days later */
  parcels?: PlannedParcel[];
  returned?: PlannedReturn;
  /** only for orders newer than the numbering's latest: placed this long before now, at most 90 */
  minutesAgo?: number;
}

/** Days are counted from the order. */
export interface PlannedParcel {
  /** positions among the lines */
  lines: number[];
  sent: number;
  arrives?: number;
  expected?: number;
}

export interface PlannedReturn {
  status: "REQUESTED" | "OPEN" | "CLOSED";
  /** days after the order */
  after: number;
  /** position among the lines */
  line: number;
  reason: string;
  note?: string;
}

export interface Numbering {
  /** number of the first and of the latest order placed up to the end of the last working day */
  first: number;
  latest: number;
  /** how many days lie between them */
  days: number;
  /** Shopify ids of orders and lines are counted from here */
  firstOrderId: number;
  firstLineId: number;
}

export type Carrier = "PostNord" | "DHL" | "Posten" | "Bring" | "Budbee";
