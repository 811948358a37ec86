// A shop's storefront, and calls to the app as Shopify's app proxy makes them: signed with the app's secret.
import { createHmac } from "node:crypto";
import { db } from "../app/db.server.ts";
import { now } from "../app/lib/clock.ts";
import { makeStore, makeWorkspace, unique } from "./factories.ts";

/** A workspace with one store. */
export async function storefront() {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  return { workspace, store, shop: store.shopDomain };
}

/** An address nobody else has. */
export const someone = (): string => `ebba.${unique()}@example.com`;

/** A workspace's tickets with their messages, in the order they were said. */
export const ticketsOf = (workspace: { id: string }) =>
  db.ticket.findMany({
    where: { workspaceId: workspace.id },
    include: { messages: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] }, customer: true },
    orderBy: { number: "asc" },
  });

/** What the contact form's fields hold. */
export const filledIn = (given: Record<string, string> = {}): Record<string, string> => ({
  name: "Ebba Lind",
  email: someone(),
  message: `Var är min jacka? ${unique()}`,
  locale: "sv",
  return_to: "/pages/kontakt",
  website: "",
  ...given,
});

export interface ProxyQuery {
  shop: string;
  /** a signed-in shopper's Shopify id */
  customerId?: string;
  /** seconds since 1970; now unless said */
  timestamp?: number;
}

/** The hex signature over parameters as Shopify glues them. */
export const proxySignature = (parameters: [string, string][]): string =>
  createHmac("sha256", process.env.SHOPIFY_API_SECRET ?? "")
    .update(
      parameters
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join(""),
    )
    .digest("hex");

/** A signed query for the storefront path /apps/samla/…. */
export function proxyQuery({ shop, customerId = "", timestamp }: ProxyQuery): URLSearchParams {
  const parameters: [string, string][] = [
    ["shop", shop],
    ["logged_in_customer_id", customerId],
    ["path_prefix", "/apps/samla"],
    ["timestamp", String(timestamp ?? Math.floor(now().getTime() / 1000))],
  ];
  return new URLSearchParams([...parameters, ["signature", proxySignature(parameters)]]);
}

/** A request to /proxy/contact with any query, body and headers. */
export const contactRequest = (query: URLSearchParams | string, init: RequestInit = {}): Request =>
  new Request(`http://127.0.0.1:3000/proxy/contact?${query.toString()}`, init);
