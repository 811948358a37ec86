// Where every operation starts: the queries and mutations that the sandbox answers.

import { customerById, customerByIdentifier, customersFound } from "./customer.ts";
import { deleteMetafields, setMetafields } from "./metafield.ts";
import { bulkOperationById, runBulkQuery } from "./bulk.ts";
import { cancelOrder } from "./cancel.ts";
import { addVariant, beginEdit, commitEdit, setQuantity } from "./edit.ts";
import { sendInvoice } from "./invoice.ts";
import { jobView } from "./jobs.ts";
import { addTags, removeTags, updateCustomer } from "./mutations.ts";
import { createRefund } from "./refund.ts";
import { updateOrder } from "./update-order.ts";
import { variantsFound } from "./variant.ts";
import { orderById, orderConnection } from "./order.ts";
import type { OrderListArgs } from "./order.ts";
import { installationView, shopLocales, shopView } from "./shop.ts";
import type { Caller, View } from "./view.ts";

export const queryRoot = (caller: Caller): View => ({
  shop: () => shopView(caller),
  shopLocales: (args: { published?: boolean | null }) => shopLocales(caller, args),
  currentAppInstallation: () => installationView(caller),
  customer: ({ id }: { id: string }) => customerById(caller, id),
  customerByIdentifier: (args: Parameters<typeof customerByIdentifier>[1]) =>
    customerByIdentifier(caller, args),
  customers: (args: Parameters<typeof customersFound>[1]) => customersFound(caller, args),
  order: ({ id }: { id: string }) => orderById(caller, id),
  bulkOperation: ({ id }: { id: string }) => bulkOperationById(caller, id),
  job: ({ id }: { id: string }) => jobView(caller, id),
  productVariants: (args: Parameters<typeof variantsFound>[1]) => variantsFound(caller, args),
  orders: (args: OrderListArgs) => orderConnection(caller, caller.shop.orders, args),
});

export const mutationRoot = (caller: Caller): View => ({
  tagsAdd: (args: Parameters<typeof addTags>[1]) => addTags(caller, args),
  tagsRemove: (args: Parameters<typeof removeTags>[1]) => removeTags(caller, args),
  orderUpdate: (args: Parameters<typeof updateOrder>[1]) => updateOrder(caller, args),
  bulkOperationRunQuery: (args: { query: string }) => runBulkQuery(caller, args),
  orderCancel: (args: Parameters<typeof cancelOrder>[1]) => cancelOrder(caller, args),
  orderEditBegin: (args: { id: string }) => beginEdit(caller, args),
  orderEditSetQuantity: (args: Parameters<typeof setQuantity>[1]) => setQuantity(caller, args),
  orderEditAddVariant: (args: Parameters<typeof addVariant>[1]) => addVariant(caller, args),
  orderEditCommit: (args: Parameters<typeof commitEdit>[1]) => commitEdit(caller, args),
  orderInvoiceSend: (args: Parameters<typeof sendInvoice>[1]) => sendInvoice(caller, args),
  refundCreate: (args: Parameters<typeof createRefund>[1]) => createRefund(caller, args),
  customerUpdate: (args: Parameters<typeof updateCustomer>[1]) => updateCustomer(caller, args),
  metafieldsSet: (args: Parameters<typeof setMetafields>[1]) => setMetafields(caller, args),
  metafieldsDelete: (args: Parameters<typeof deleteMetafields>[1]) => deleteMetafields(caller, args),
});
