// Something to ask the small world with, for every operation of the app: by what it is called, else by what it asks for.

const order = "gid://shopify/Order/5001";
const edit = "gid://shopify/CalculatedOrder/1";
const address = { lastName: "Ek", address1: "Nygatan 2", zip: "223 50", city: "Lund", countryCode: "SE" };

const OWN: Record<string, Record<string, unknown>> = {
  OrderEditBegin: { id: order },
  OrderEditSet: { id: edit, line: "gid://shopify/CalculatedLineItem/9001", quantity: 1 },
  OrderEditAdd: { id: edit, variant: "gid://shopify/ProductVariant/41", quantity: 1 },
  OrderEditCommit: { id: edit },
  OrderCancel: { id: order, reason: "CUSTOMER", restock: true },
  RefundCreate: { input: { orderId: order }, key: "one" },
  OrderAddress: { input: { id: order, shippingAddress: address } },
  OrderNote: { input: { id: order, note: "Hej" } },
  OrderInvoiceSend: { id: order, email: null },
  OrderLines: { id: order, after: Buffer.from('{"last_id":"9001"}').toString("base64") },
  OrdersOfOwner: { query: '(customer_id:77 OR email:"ebba@example.se") AND regn*' },
  CustomerNoteUpdate: { input: { id: "gid://shopify/Customer/77", note: "Hej" } },
  CustomerTagsAdd: { id: "gid://shopify/Customer/77", tags: ["ny"] },
  CustomerTagsRemove: { id: "gid://shopify/Customer/77", tags: ["vip"] },
  AppMetafieldsSet: {
    metafields: [
      {
        ownerId: "gid://shopify/AppInstallation/484000101",
        namespace: "samla",
        key: "forms",
        type: "json",
        value: "{}",
      },
    ],
  },
  JobStatus: { id: "gid://shopify/Job/1" },
  ProductsToShow: { query: "mössa" },
  VariantsForOrder: { query: "mössa" },
};

export function sampleVariables(source: string): Record<string, unknown> {
  const own = OWN[/\b(?:query|mutation)\s+(\w+)/.exec(source)?.[1] ?? ""];
  if (own) return own;
  const id = /\border\s*\(/.test(source) ? order : "gid://shopify/Customer/77";
  const bulk = "{ orders { edges { node { id } } } }";
  const asked = /\bcustomers\s*\(/.test(source) ? "ebba" : "name:#1001";
  const query = source.includes("bulkOperationRunQuery") ? bulk : asked;
  return { id, email: "ebba@example.se", phone: "+46701234567", query, first: 5 };
}
