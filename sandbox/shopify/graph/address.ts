// A postal address, written the way its country writes it.

import type { Address } from "../../world/types.ts";
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
