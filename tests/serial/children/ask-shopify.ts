// A process of its own that asks Shopify as soon as it is told: argv is shop, customer id, how often at once.
import { once } from "node:events";
import { askShopify } from "../../../app/clients/shopify-admin.server.ts";
import { CUSTOMER_EMAIL } from "../../../app/customers/customer.graphql.ts";
import { db } from "../../../app/db.server.ts";

const [shop = "", customer = "", times = "1"] = process.argv.slice(2);
await db.$queryRaw`SELECT 1`;
process.stdout.write("ready\n");
await once(process.stdin, "data");
const answers = await Promise.allSettled(
  Array.from({ length: Number(times) }, () =>
    askShopify<{ customer: unknown }>(shop, CUSTOMER_EMAIL, { id: `gid://shopify/Customer/${customer}` }),
  ),
);
const said = answers.map((answer) => (answer.status === "fulfilled" ? "answered" : String(answer.reason)));
process.stdout.write(`${JSON.stringify(said)}\n`);
process.exit(0);
