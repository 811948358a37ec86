// The shape of the pretend commerce world: what Shopify would know about each shop.
// Pure data: the Admin GraphQL resolvers, the storefront and prisma/seed all read it.

export interface World {
  shops: Shop[];
}

export interface Shop {
  /** e.g. "fjallrum.myshopify.com" */
  domain: string;
  /** numeric part of gid://shopify/Shop/… */
  id: string;
  name: string;
  /** the storefront's own domain, e.g. "fjallrum.se" */
  publicDomain: string;
  email: string;
  currency: string;
  /** primary storefront locale: sv, nb, en … */
  locale: string;
  country: string;
  timeZone: string;
  /** granted scopes, comma separated */
  scopes: string;
  staff: Staff[];
  products: Product[];
  customers: ShopCustomer[];
  orders: Order[];
}

export interface Staff {
  /** numeric Shopify user id */
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  locale: string;
  accountOwner: boolean;
  collaborator: boolean;
  emailVerified: boolean;
  /** rights in the shop the person does not have; every right when left out */
  lacks?: Permission[];
}

/** Shopify's staff permissions, as far as customers and orders go; who may not see orders may do nothing with them. */
export type Permission = "edit_customers" | "orders" | "edit_orders" | "cancel_orders" | "refund_orders";

export interface Product {
  id: string;
  handle: string;
  title: string;
  description: string;
  vendor: string;
  variants: Variant[];
}

export interface Variant {
  id: string;
  title: string;
  sku: string;
  /** decimal string in the shop's currency */
  price: string;
}

export interface ShopCustomer {
  /** numeric part of gid://shopify/Customer/… */
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  locale: string;
  createdAt: string;
  note: string | null;
  tags: string[];
  verifiedEmail: boolean;
  address: Address | null;
  otherAddresses?: Address[];
  /** of the latest change made by hand; the latest order's otherwise */
  updatedAt?: string;
  /** Shopify's marketingState of the address and the number; NOT_SUBSCRIBED when left out */
  emailMarketing?: string;
  smsMarketing?: string;
  /** what Shopify makes of their orders */
  rfmGroup?: string;
  spendTier?: string;
}

export interface Address {
  address1: string;
  zip: string;
  city: string;
  countryCode: string;
  country: string;
}

export type FinancialStatus =
  "AUTHORIZED" | "PAID" | "PARTIALLY_PAID" | "PARTIALLY_REFUNDED" | "PENDING" | "REFUNDED" | "VOIDED";
export type FulfillmentStatus =
  "FULFILLED" | "IN_PROGRESS" | "ON_HOLD" | "PARTIALLY_FULFILLED" | "UNFULFILLED";

export interface Order {
  id: string;
  /** "#2188" */
  name: string;
  customerId: string | null;
  email: string | null;
  createdAt: string;
  cancelledAt: string | null;
  financialStatus: FinancialStatus;
  fulfillmentStatus: FulfillmentStatus;
  lines: OrderLine[];
  /** decimal string, shipping included */
  total: string;
  shipping: string;
  currency: string;
  tracking: Tracking | null;
  note: string | null;
  tags?: string[];
  /** decimal string, off the goods */
  discount?: { code: string; amount: string };
  /** what the customer saw and paid in, when it was not the shop's currency; `rate`: how much of it one of the shop's is */
  presentment?: { currency: string; rate: number };
  /** when it went out otherwise than whole, in one parcel */
  parcels?: Parcel[];
  returns?: OrderReturn[];
  /** of the latest change; when it was cancelled or placed if left out */
  updatedAt?: string;
  cancelReason?: string;
  /** what staff wrote when they cancelled */
  staffNote?: string | null;
  edited?: boolean;
  /** a payment whose authorization the bank has not answered yet */
  pendingAuthorization?: boolean;
  /** when it left the house and when it arrived, once that happened in this world; else counted from createdAt */
  sentAt?: string;
  deliveredAt?: string;
  /** Shopify's returnStatus; NO_RETURN when left out */
  returnStatus?: string;
  /** where it goes, once that is not the customer's own address any more */
  shippingAddress?: Recipient;
  /** decimal string: the money that came in, once it differs from the total */
  received?: string;
  /** once something was given back by hand; before that the financial status says it all */
  refunds?: OrderRefund[];
}

export interface Tracking {
  company: string;
  number: string;
  url: string;
}

export interface Parcel {
  tracking: Tracking | null;
  lineIds: string[];
  sentAt: string;
  deliveredAt: string | null;
  expectedAt: string | null;
}

/** Shopify's Return: REQUESTED, OPEN, CLOSED, DECLINED, CANCELED. */
export interface OrderReturn {
  id: string;
  status: string;
  createdAt: string;
  lines: { lineId: string; quantity: number; reason: string; note: string | null }[];
}

export interface Recipient extends Address {
  firstName: string;
  lastName: string;
  address2: string | null;
  company: string | null;
  phone: string | null;
}

export interface OrderRefund {
  id: string;
  createdAt: string;
  note: string | null;
  /** decimal strings */
  amount: string;
  shipping: string;
  lines: { lineId: string; quantity: number; restockType: string }[];
}

export interface OrderLine {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string;
  quantity: number;
  /** decimal string per piece */
  price: string;
  /** pieces an edit took away */
  removed?: number;
  /** its product was deleted since */
  gone?: boolean;
}
