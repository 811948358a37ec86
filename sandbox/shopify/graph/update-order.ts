// orderUpdate: note, tags, e-mail and where the order goes. A cancelled order takes notes and tags only.

import type { Order, Recipient } from "../../world/types.ts";
import { changed, problem } from "./change.ts";
import { allowOnly, textOrNull } from "./mutations.ts";
import { findOrder, orderView } from "./order.ts";
import type { Caller, View } from "./view.ts";

type Input = Record<string, unknown> & { id: string };

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region" });

export function updateOrder(caller: Caller, { input }: { input: Input }): View {
  allowOnly(input, ["id", "note", "tags", "email", "shippingAddress"]);
  const order = findOrder(caller, input.id);
  if (!order) return refused("id", "Order does not exist");
  const address = input.shippingAddress as Record<string, unknown> | null | undefined;
  if (address) {
    allowOnly(address, [
      "address1",
      "address2",
      "city",
      "company",
      "countryCode",
      "firstName",
      "lastName",
      "phone",
      "zip",
    ]);
    const why = whyNotThere(order, address);
    if (why) return refused("shippingAddress", why);
    order.shippingAddress = recipient(address);
  }
  if ("note" in input) order.note = textOrNull(input.note);
  if ("email" in input) {
    const email = textOrNull(input.email);
    if (email && !email.includes("@")) return refused("email", "Email is invalid");
    order.email = email;
  }
  if (Array.isArray(input.tags))
    caller.installation.orderTags.set(order.id, input.tags.map(String).toSorted());
  changed(caller, order, []);
  return { order: orderView(caller, order), userErrors: [] };
}

function whyNotThere(order: Order, address: Record<string, unknown>): string | null {
  if (order.cancelledAt) return "Shipping address can't be changed on a canceled order";
  for (const field of ["address1", "city", "countryCode", "lastName"])
    if (!textOrNull(address[field])) return `Shipping address ${field} can't be blank`;
  if (address.countryCode === "SE" && !/^\d{3} ?\d{2}$/.test(String(address.zip ?? "")))
    return "Shipping address zip is not valid for Sweden";
  return null;
}

const recipient = (address: Record<string, unknown>): Recipient => ({
  firstName: textOrNull(address.firstName) ?? "",
  lastName: textOrNull(address.lastName) ?? "",
  company: textOrNull(address.company),
  address1: textOrNull(address.address1) ?? "",
  address2: textOrNull(address.address2),
  zip: textOrNull(address.zip) ?? "",
  city: textOrNull(address.city) ?? "",
  countryCode: String(address.countryCode),
  country: COUNTRIES.of(String(address.countryCode)) ?? String(address.countryCode),
  phone: textOrNull(address.phone),
});

const refused = (field: string, message: string): View => ({
  order: null,
  userErrors: [problem(field, message)],
});
