// The ways to reach a customer, as agents see and change them. Pure.
import { normaliseEmail } from "./customer.ts";

export type ContactKind = "email" | "phone";

export interface CustomerContact {
  kind: ContactKind;
  value: string;
  /** what proved that it is theirs; null: nothing yet */
  proof: "reply" | "shopify" | null;
  /** the agent who says it is theirs; null: they wrote from it themselves */
  addedBy: string | null;
  /** what a reply goes to when nobody has written; it can't be taken off */
  main: boolean;
}

/** "+46 70-123 45 67" gives "+46701234567" (E.164); null for a number without its country, and for what is none. */
export function normalisePhone(written: string): string | null {
  const number = written.replace(/[\s().\-/\u00a0]/g, "").replace(/^00/, "+");
  return /^\+[1-9]\d{7,14}$/.test(number) ? number : null;
}

/** An e-mail address or a telephone number, as it is kept; null for neither. */
export function readContact(written: string | undefined): { kind: ContactKind; value: string } | null {
  const email = normaliseEmail(written);
  if (email) return { kind: "email", value: email };
  const phone = normalisePhone((written ?? "").trim().slice(0, 40));
  return phone ? { kind: "phone", value: phone } : null;
}
