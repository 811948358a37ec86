// Tracking numbers and pages in the shape each carrier uses.
import type { Carrier } from "./plan.ts";
import { seededRandom } from "./random.ts";
import type { Order } from "./types.ts";

const carriers: Record<
  Carrier,
  { company: string; number: (digits: (count: number) => string) => string; url: string }
> = {
  PostNord: {
    company: "PostNord",
    number: (digits) => `0037320${digits(13)}`,
    url: "https://tracking.postnord.com/se/?id=",
  },
  DHL: {
    company: "DHL Freight",
    number: (digits) => digits(10),
    url: "https://www.dhl.com/se-sv/home/tracking.html?tracking-id=",
  },
  Posten: {
    company: "Posten",
    number: (digits) => `37072${digits(13)}`,
    url: "https://sporing.posten.no/sporing/",
  },
  Bring: {
    company: "Bring",
    number: (digits) => `7043${digits(13)}`,
    url: "https://tracking.bring.com/tracking/",
  },
  Budbee: { company: "Budbee", number: (digits) => digits(8), url: "https://tracking.budbee.com/" },
};

/** A tracking number that follows from the order's name, so it is the same on every run. */
export function trackingFor(carrier: Carrier, order: string): NonNullable<Order["tracking"]> {
  const random = seededRandom(`${carrier} ${order}`);
  const digits = (count: number) => Array.from({ length: count }, () => random.between(0, 9)).join("");
  const { company, number, url } = carriers[carrier];
  const parcel = number(digits);
  return { company, number: parcel, url: `${url}${parcel}` };
}
