// What the app may change in the shop: tags and notes. Each change is seen by the next query.

import type { Order, ShopCustomer } from "../../world/types.ts";
import { customerChanged } from "../customer-changes.ts";
import { customerView } from "./customer.ts";
import { findOrder, orderView, tagsOf } from "./order.ts";
import type { Caller, View } from "./view.ts";
import { notHere, numericId, requireScope } from "./view.ts";

const LONGEST_NOTE = 5_000;
const LONGEST_TAG = 255;

type Tagged = { view: () => View; tags: string[]; keep: (tags: string[]) => void };

export function addTags(caller: Caller, { id, tags }: { id: string; tags: string[] }): View {
  return changeTags(caller, "tagsAdd", id, (held) => [
    ...new Set([...held, ...tags.map((tag) => tag.trim())]),
  ]);
}

export function removeTags(caller: Caller, { id, tags }: { id: string; tags: string[] }): View {
  return changeTags(caller, "tagsRemove", id, (held) => held.filter((tag) => !tags.includes(tag)));
}

export function updateCustomer(caller: Caller, { input }: { input: Record<string, unknown> }): View {
  allowOnly(input, ["id", "note", "tags", "firstName", "lastName", "locale"]);
  const customer = findCustomer(caller, String(input.id));
  if (!customer)
    return { customer: null, userErrors: [{ field: ["id"], message: "Customer does not exist" }] };
  if (String(input.note ?? "").length > LONGEST_NOTE)
    return {
      customer: null,
      userErrors: [{ field: ["note"], message: "Note is too long (maximum is 5000 characters)" }],
    };
  if ("note" in input) customer.note = textOrNull(input.note);
  if (Array.isArray(input.tags)) customer.tags = input.tags.map(String).toSorted();
  for (const key of ["firstName", "lastName", "locale"] as const)
    if (typeof input[key] === "string") customer[key] = input[key];
  customerChanged(caller.state, caller.shop, customer);
  return { customer: customerView(caller, customer), userErrors: [] };
}

function changeTags(caller: Caller, field: string, id: string, change: (held: string[]) => string[]): View {
  const resource = taggedResource(caller, field, id);
  if (!resource) return { node: null, userErrors: [{ field: ["id"], message: "Resource does not exist" }] };
  if (change(resource.tags).some((tag) => tag.length > LONGEST_TAG))
    return { node: null, userErrors: [{ field: ["tags"], message: "Tags must be 255 characters or less" }] };
  resource.keep(change(resource.tags).filter(Boolean).toSorted());
  return { node: resource.view(), userErrors: [] };
}

function taggedResource(caller: Caller, field: string, id: string): Tagged | null {
  if (numericId("Order", id)) {
    requireScope(caller, "write_orders", field);
    const order = findOrder(caller, id);
    return order ? taggedOrder(caller, order) : null;
  }
  if (numericId("Customer", id)) {
    requireScope(caller, "write_customers", field);
    const customer = findCustomer(caller, id);
    return customer ? taggedCustomer(caller, customer) : null;
  }
  throw notHere(`The sandbox tags orders and customers, not ${id}.`);
}

const taggedOrder = (caller: Caller, order: Order): Tagged => ({
  view: () => orderView(caller, order),
  tags: tagsOf(caller, order),
  keep: (tags) => void caller.installation.orderTags.set(order.id, tags),
});

const taggedCustomer = (caller: Caller, customer: ShopCustomer): Tagged => ({
  view: () => customerView(caller, customer),
  tags: customer.tags,
  keep: (tags) => {
    customer.tags = tags;
    customerChanged(caller.state, caller.shop, customer);
  },
});

const findCustomer = ({ shop }: Caller, id: string) =>
  shop.customers.find((customer) => customer.id === numericId("Customer", id));

export const textOrNull = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

export function allowOnly(input: Record<string, unknown>, known: string[]): void {
  const strange = Object.keys(input).filter((key) => !known.includes(key));
  if (strange.length > 0) throw notHere(`The sandbox cannot change ${strange.join(", ")}.`);
}
