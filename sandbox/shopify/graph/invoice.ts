// orderInvoiceSend: the customer gets what is left to pay, by e-mail.

import { mayNotify, tellCustomer } from "../notify.ts";
import { decimal } from "./money.ts";
import { findOrder, orderView } from "./order.ts";
import { outstanding } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { notHere } from "./view.ts";

interface Wish {
  id: string;
  email?: { to?: string | null; subject?: string | null; customMessage?: string | null } | null;
}

export function sendInvoice(caller: Caller, { id, email }: Wish): View {
  const strange = Object.keys(email ?? {}).filter((key) => !["to", "subject", "customMessage"].includes(key));
  if (strange.length) throw notHere(`The sandbox's invoices know no ${strange.join(", ")}.`);
  const order = findOrder(caller, id);
  if (!order) return refused("Order does not exist");
  if (order.cancelledAt) return refused("Invoice can't be sent for a canceled order");
  if (!email?.to && !mayNotify(order)) return refused("Order has no email address to send the invoice to");
  tellCustomer(caller, order, "invoice", decimal(Math.max(0, outstanding(order))), email ?? {});
  return { order: orderView(caller, order), userErrors: [] };
}

const refused = (message: string): View => ({
  order: null,
  userErrors: [{ field: ["id"], message, code: "ORDER_INVOICE_SEND_UNSUCCESSFUL" }],
});
