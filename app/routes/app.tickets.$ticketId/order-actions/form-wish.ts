// What stands in the form of an action, before it is asked for. Pure.
import type { AnyWish } from "../../../orders/actions/action.ts";
import type { ActionKind } from "../../../orders/actions/kinds.ts";
import type { ActionOrder } from "../../../orders/actions/order-view.ts";

/** A wish, with the names of what is added: the form shows them. */
export type FormWish = AnyWish & { names?: Record<string, string> };

export function firstWish(kind: ActionKind, order: ActionOrder): FormWish {
  const notify = order.email !== null;
  switch (kind) {
    case "edit":
      return { kind, wish: { changes: [], added: [], notify, note: "" }, names: {} };
    case "cancel":
      return { kind, wish: { reason: "CUSTOMER", restock: true, refund: true, notify, note: "" } };
    case "refund":
      return { kind, wish: { how: "full", lines: [], shipping: false, amount: null, notify, note: "" } };
    case "resend":
      return { kind, wish: { message: "" } };
    case "address":
      return { kind, wish: addressOf(order) };
  }
}

function addressOf({ address }: ActionOrder) {
  const text = (value: string | null | undefined) => value ?? "";
  return {
    firstName: text(address?.firstName),
    lastName: text(address?.lastName),
    company: text(address?.company),
    address1: text(address?.address1),
    address2: text(address?.address2),
    zip: text(address?.zip),
    city: text(address?.city),
    countryCode: text(address?.countryCodeV2),
    provinceCode: text(address?.provinceCode),
    phone: text(address?.phone),
  };
}

/** Whether there is something to ask for yet. */
export function isComplete({ kind, wish }: FormWish): boolean {
  if (kind === "edit") return wish.changes.length + wish.added.length > 0;
  if (kind === "address") return Boolean(wish.lastName.trim() && wish.address1.trim() && wish.city.trim());
  if (kind !== "refund") return true;
  if (wish.how === "lines") return wish.lines.length > 0 || wish.shipping;
  return wish.how === "full" || /^\d{1,12}(\.\d{1,3})?$/.test(wish.amount ?? "");
}
