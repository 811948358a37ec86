// A visitor of a store's chat, as the panel in the shop's pages talks to the app: hello through the signed app proxy, all
// else at the chat's own door.
import type { ActionFunctionArgs } from "@remix-run/node";
import type { News, Sent, Welcome } from "../app/channels/chat/protocol.ts";
import { newId } from "../app/lib/id.ts";
import { action as proxyAction } from "../app/routes/proxy.chat.$verb.ts";
import { action as widgetAction } from "../app/routes/widget.$verb.ts";
import { db } from "../app/db.server.ts";
import { NOBODY } from "../app/mail/person.ts";
import { newestOf } from "../app/tickets/moved-on.server.ts";
import { replyToTicket, type Replied, type Reply } from "../app/tickets/reply.server.ts";
import { makeAgent } from "./factories.ts";
import { proxyQuery, storefront } from "./storefront-call.ts";

export interface Answered<T = Record<string, unknown>> {
  status: number;
  body: T & { error?: string; fields?: string[]; retryAfter?: number; challenge?: string };
}

const HERE = { url: "https://shop.example/products/tee?utm=1", title: "Tee" };

/** Asks at the chat's own door. */
export const ask = <T = Record<string, unknown>>(
  verb: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered<T>> => call(widgetAction, `http://127.0.0.1:3000/widget/${verb}`, verb, body, headers);

/** Asks through the shop's signed app proxy. */
export const askByProxy = <T = Record<string, unknown>>(
  { shop, customerId }: { shop: string; customerId?: string | undefined },
  verb: string,
  body: unknown,
): Promise<Answered<T>> => {
  const query = proxyQuery({ shop, ...(customerId ? { customerId } : {}) });
  return call(proxyAction, `http://127.0.0.1:3000/proxy/chat/${verb}?${query.toString()}`, verb, body);
};

async function call<T>(
  action: (args: ActionFunctionArgs) => Promise<Response>,
  url: string,
  verb: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered<T>> {
  const request = new Request(url, {
    method: "POST",
    headers: { "Content-Type": "text/plain", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await action({ request, params: { verb }, context: {} });
  return { status: response.status, body: (await response.json()) as Answered<T>["body"] };
}

/** Opens the panel. */
export const hello = (
  at: { shop: string; customerId?: string | undefined },
  given: Record<string, unknown> = {},
): Promise<Answered<Welcome>> =>
  askByProxy<Welcome>(at, "hello", {
    v: 1,
    locale: "sv",
    timeZone: "Europe/Stockholm",
    page: HERE,
    ...given,
  });

/** Somebody new, with the panel open before them. */
export async function makeVisitor(at: { shop: string; customerId?: string }) {
  const { body: welcome } = await hello(at);
  const { token } = welcome;
  return {
    token,
    welcome,
    send: (text: string, given: Record<string, unknown> = {}) =>
      ask<Sent>("send", { token, id: newId(), text, files: [], ...given }),
    since: (cursor = welcome.cursor) => ask<News>("since", { token, cursor }),
    ask: <T = Record<string, unknown>>(verb: string, body: Record<string, unknown> = {}) =>
      ask<T>(verb, { token, ...body }),
  };
}

export type TestVisitor = Awaited<ReturnType<typeof makeVisitor>>;

/** An agent's reply from the ticket's page, which shows all there is. */
export const answer = async (
  ticket: { workspaceId: string; id: string },
  agent: { id: string },
  text: string,
  given: Partial<Reply> = {},
): Promise<Replied> =>
  replyToTicket(ticket, {
    by: agent,
    html: `<p>${text}</p>`,
    recipients: NOBODY,
    fileIds: [],
    requestKey: newId(),
    seen: await newestOf(db, ticket),
    ...given,
  });

/** A visitor who has said something, the ticket it made, and an agent. */
export async function makeChat(text = "Hej!") {
  const place = await storefront();
  const agent = await makeAgent(place.workspace, { name: "Tove Lind" });
  const visitor = await makeVisitor(place);
  const { body } = await visitor.send(text);
  const ticket = { workspaceId: place.workspace.id, id: body.chat.id };
  return { ...place, agent, visitor, ticket, sent: body };
}
