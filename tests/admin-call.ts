// Requests of the embedded admin page, straight to a route's loader or action, and somebody to make them.
import { makeShop, makeStaff, sessionTokenOf } from "./setup/sandbox.ts";
import type { Staff } from "../sandbox/world/types.ts";
import { requireAgent } from "../app/auth.server.ts";
import { db } from "../app/db.server.ts";
import { later, now } from "../app/lib/clock.ts";
import { newId } from "../app/lib/id.ts";
import { makeAgent, makeCustomer, makeMessage, makeTicket } from "./factories.ts";
import { signInStaff } from "./shopify-session.ts";

// The library turns away what looks like a robot.
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";

export type Handler = (args: {
  request: Request;
  params: Record<string, string>;
  context: Record<string, never>;
}) => unknown;

export interface Visit {
  token: string | null;
  path?: string;
  method?: string;
  params?: Record<string, string>;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** What a loader or action answers, returned or thrown. */
export async function visit(
  handler: Handler,
  { token, path = "/app", method = "GET", params = {}, ...rest }: Visit,
) {
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers: {
      "User-Agent": BROWSER,
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...rest.headers,
    },
    ...(rest.form ? { body: new URLSearchParams(rest.form) } : {}),
  });
  const answer = await Promise.resolve()
    .then(() => handler({ request, params, context: {} }))
    .catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    });
  return answer instanceof Response
    ? { status: answer.status, body: await answer.text() }
    : { status: 200, body: JSON.stringify(answer) };
}

/** A shop with one of its staff signed in and a conversation of the workspace's own. */
export async function tenant(staff: Staff = makeStaff({ accountOwner: true })) {
  const shop = makeShop({ staff: [staff] });
  await signInStaff(shop, staff);
  const token = () => sessionTokenOf(shop, staff);
  const { workspace, store, agent } = await requireAgent(requestOf(token()));
  await db.workspace.update({ where: { id: workspace.id }, data: { plan: "plus" } });
  const brand = await db.brand.findFirstOrThrow({ where: { workspaceId: workspace.id } });
  const customer = await makeCustomer(workspace);
  const ticket = await makeTicket(
    { workspaceId: workspace.id, id: store.id, brand },
    { customerId: customer.id },
  );
  const message = await makeMessage(ticket);
  const note = await makeMessage(ticket, { kind: "note", authorId: agent.id });
  const held = await makeMessage(ticket, {
    kind: "outbound",
    authorId: agent.id,
    holdUntil: later(now(), 60_000),
  });
  const failed = await makeMessage(ticket, { kind: "outbound", delivery: "failed" });
  const colleague = await makeAgent(workspace);
  const unread = await db.received.create({
    data: {
      id: newId(),
      source: "postmark",
      providerId: newId(),
      workspaceId: workspace.id,
      state: "dead",
      reason: "incomplete",
      body: new Uint8Array(Buffer.from("{}")),
      receivedAt: now(),
    },
  });
  const upload = await db.file.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      uploadedById: agent.id,
      key: `aa/bb/${newId()}`,
      name: "kvitto.pdf",
      contentType: "application/pdf",
      size: 1,
      createdAt: now(),
    },
  });
  return {
    shop,
    staff,
    token,
    workspace,
    store,
    agent,
    customer,
    ticket,
    message,
    note,
    held,
    failed,
    colleague,
    unread,
    upload,
  };
}

export type Tenant = Awaited<ReturnType<typeof tenant>>;

/** A request of the admin page for this token's bearer. */
export const requestOf = (token: string, path = "/app") =>
  new Request(`http://127.0.0.1:3000${path}`, {
    headers: { "User-Agent": BROWSER, Authorization: `Bearer ${token}` },
  });
