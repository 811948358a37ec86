// A postal address, written the way its country writes it.

import type { Address, Recipient } from "../../world/types.ts";
import type { View } from "./view.ts";

export function addressView(address: Address, name: string, phone: string | null): View {
  const [firstName = "", ...rest] = name.split(" ");
  const lines = [address.address1, `${address.zip} ${address.city}`, address.country];
  return {
    __typename: "MailingAddress",
    name,
    firstName,
    lastName: rest.join(" "),
    company: null,
    address1: address.address1,
    address2: null,
    city: address.city,
    province: null,
    provinceCode: null,
    zip: address.zip,
    country: address.country,
    countryCodeV2: address.countryCode,
    phone,
    formatted: ({ withName }: { withName?: boolean | null }) => (withName ? [name, ...lines] : lines),
  };
}

/** The address an order itself was given. */
export function recipientView(to: Recipient): View {
  const name = `${to.firstName} ${to.lastName}`.trim();
  return {
    ...addressView(to, name, to.phone),
    firstName: to.firstName,
    lastName: to.lastName,
    company: to.company,
    address2: to.address2,
  };
}
