// Customers: found exactly by id, e-mail or phone, or through the search index.

import type { Order, ShopCustomer } from "../../world/types.ts";
import { addressView } from "./address.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import { money } from "./money.ts";
import { orderConnection, orderView, visibleOrders } from "./order.ts";
import type { OrderListArgs } from "./order.ts";
import { searched } from "./search.ts";
import { paid } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { gid, notHere, numericId } from "./view.ts";

type Identifier = Partial<Record<"id" | "emailAddress" | "phoneNumber" | "customId", string | null>>;

export const fullName = (customer: ShopCustomer): string =>
  `${customer.firstName} ${customer.lastName}`.trim();

export function customerById(caller: Caller, id: string): View | null {
  return viewOf(caller, byId(caller, id));
}

export function customerByIdentifier(
  caller: Caller,
  { identifier }: { identifier: Identifier },
): View | null {
  const { customers } = caller.shop;
  const [email, phone] = [identifier.emailAddress, identifier.phoneNumber];
  if (identifier.id) return customerById(caller, identifier.id);
  if (email)
    return viewOf(
      caller,
      customers.find((one) => one.email?.toLowerCase() === email.toLowerCase()),
    );
  if (phone)
    return viewOf(
      caller,
      customers.find((one) => one.phone !== null && digits(one.phone) === digits(phone)),
    );
  throw notHere("The sandbox finds customers by id, e-mail address or phone number.");
}

export function customersFound(
  caller: Caller,
  args: PageArgs & { query?: string | null; sortKey?: string | null },
): View {
  const found = searched(caller.shop.customers, args.query, {
    fields: {
      id: (one) => [one.id],
      email: (one) => [one.email],
      phone: (one) => [one.phone],
      first_name: (one) => [one.firstName],
      last_name: (one) => [one.lastName],
      tag: (one) => one.tags,
    },
    words: (one) => [fullName(one), one.email, one.phone].join(" "),
  });
  const key = sortKeys[args.sortKey ?? "ID"];
  if (!key) throw notHere(`The sandbox cannot sort customers by ${args.sortKey}.`);
  const sorted = found.toSorted((one, other) => compare(key(one, caller), key(other, caller)));
  return connection(sorted, args, (one) => customerView(caller, one));
}

/** Everything the sandbox knows to say about one customer. */
export function customerView(caller: Caller, customer: ShopCustomer): View {
  const orders = ordersOf(caller, customer);
  return {
    __typename: "Customer",
    id: gid("Customer", customer.id),
    legacyResourceId: customer.id,
    displayName: fullName(customer) || customer.email || customer.phone || "",
    firstName: customer.firstName,
    lastName: customer.lastName,
    state: "DISABLED",
    locale: customer.locale,
    createdAt: customer.createdAt,
    updatedAt: lastChange(customer, caller),
    lifetimeDuration: duration(new Date(customer.createdAt), caller.state.now()),
    note: customer.note,
    tags: customer.tags,
    verifiedEmail: customer.verifiedEmail,
    taxExempt: false,
    numberOfOrders: String(orders.length),
    amountSpent: money(
      orders.reduce((sum, order) => sum + paid(order), 0),
      caller.shop.currency,
    ),
    statistics: {
      __typename: "CustomerStatistics",
      predictedSpendTier: customer.spendTier ?? null,
      rfmGroup: customer.rfmGroup ?? null,
    },
    defaultEmailAddress: customer.email && {
      __typename: "CustomerEmailAddress",
      emailAddress: customer.email,
      validFormat: true,
      marketingState: customer.emailMarketing ?? "NOT_SUBSCRIBED",
      marketingOptInLevel: null,
      marketingUpdatedAt: null,
    },
    defaultPhoneNumber: customer.phone && {
      __typename: "CustomerPhoneNumber",
      phoneNumber: customer.phone,
      marketingState: customer.smsMarketing ?? "NOT_SUBSCRIBED",
    },
    defaultAddress: customer.address && addressView(customer.address, fullName(customer), customer.phone),
    addressesV2: (args: PageArgs) =>
      connection(
        [customer.address, ...(customer.otherAddresses ?? [])]
          .filter((address) => address !== null)
          .map((address, index) => ({ ...address, id: `${customer.id}${index}` })),
        args,
        (address) => addressView(address, fullName(customer), customer.phone),
      ),
    lastOrder: () => {
      const last = visibleOrders(caller, orders).toSorted((one, other) =>
        compare(other.createdAt, one.createdAt),
      )[0];
      return last ? orderView(caller, last) : null;
    },
    orders: (args: OrderListArgs) => orderConnection(caller, orders, args, "ID"),
  };
}

const ordersOf = ({ shop }: Caller, customer: ShopCustomer): Order[] =>
  shop.orders.filter((order) => order.customerId === customer.id);

const byId = ({ shop }: Caller, id: string) => {
  const number = numericId("Customer", id);
  return shop.customers.find((customer) => customer.id === number);
};

const viewOf = (caller: Caller, customer: ShopCustomer | undefined) =>
  customer ? customerView(caller, customer) : null;

const lastChange = (customer: ShopCustomer, caller: Caller): string =>
  ordersOf(caller, customer).reduce(
    (latest, order) => (order.createdAt > latest ? order.createdAt : latest),
    customer.updatedAt ?? customer.createdAt,
  );

const sortKeys: Record<string, (customer: ShopCustomer, caller: Caller) => string> = {
  ID: (one) => one.id.padStart(20, "0"),
  RELEVANCE: (one) => one.id.padStart(20, "0"),
  NAME: (one) => `${one.lastName} ${one.firstName}`.toLowerCase(),
  CREATED_AT: (one) => one.createdAt,
  UPDATED_AT: lastChange,
};

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const digits = (phone: string) => phone.replace(/[^\d+]/g, "");

function duration(from: Date, to: Date): string {
  const days = Math.max(0, Math.round((to.getTime() - from.getTime()) / 86_400_000));
  if (days >= 730) return `about ${Math.floor(days / 365)} years`;
  if (days >= 60) return `about ${Math.floor(days / 30)} months`;
  return days === 1 ? "1 day" : `${days} days`;
}
