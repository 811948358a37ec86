// One workspace's token with another's ids, through the real loaders and actions.
import { describe, expect, test } from "vitest";
import { tenant, visit, type Handler, type Tenant } from "../tests/admin-call.ts";
import { dumpRows } from "../tests/dump.ts";
import { db } from "./db.server.ts";
import { newId } from "./lib/id.ts";
import { action as macroActions } from "./routes/app.tickets.$ticketId.actions.ts";
import { loader as variables } from "./routes/app.tickets.$ticketId.variables.ts";
import { loader as orderVariables } from "./routes/app.tickets.$ticketId.variables.order.ts";
import { action as noteDeletion } from "./routes/app.tickets.$ticketId.notes.$messageId.ts";
import { action as assignment } from "./routes/app.tickets.$ticketId.assignment.ts";
import { action as closure } from "./routes/app.tickets.$ticketId.closure.ts";
import { action as messages } from "./routes/app.tickets.$ticketId.messages.ts";
import { action as read } from "./routes/app.tickets.$ticketId.read.ts";
import { action as takeBack } from "./routes/app.tickets.$ticketId.messages.$messageId.ts";
import { action as resend } from "./routes/app.tickets.$ticketId.messages.$messageId.delivery.ts";
import { loader as html } from "./routes/app.tickets.$ticketId.messages.$messageId.html.ts";
import { loader as pictures } from "./routes/app.tickets.$ticketId.messages.$messageId.pictures.ts";
import { action as role } from "./routes/app.team.$agentId.role.ts";
import { action as retry } from "./routes/app.unreadable.$receivedId.retry.ts";
import { action as drop } from "./routes/app.files.$fileId.ts";
import { loader as bytes } from "./routes/app.unreadable.$receivedId.bytes.ts";
import { loader as card } from "./routes/app.customers.card.$ticketId.ts";
import { loader as raw } from "./routes/app.unreadable.$receivedId.raw.ts";

describe("one workspace's token with another's ids", () => {
  type Attempt = (of: Tenant) => {
    handler: Handler;
    method?: string;
    params: Record<string, string>;
    form?: Record<string, string>;
  };
  const attempts: [string, Attempt][] = [
    [
      "reply",
      ({ ticket, failed }) => ({
        handler: messages,
        params: { ticketId: ticket.id },
        form: {
          html: "<p>Hej</p>",
          to: JSON.stringify([{ name: "Ebba", address: "ebba@example.com" }]),
          requestKey: newId(),
          seen: failed.id,
        },
      }),
    ],
    [
      "do what a macro does",
      ({ ticket }) => ({
        handler: macroActions,
        params: { ticketId: ticket.id },
        form: { actions: JSON.stringify([{ do: "close" }]) },
      }),
    ],
    [
      "fill in a macro",
      ({ ticket }) => ({ handler: variables, method: "GET", params: { ticketId: ticket.id } }),
    ],
    [
      "fill in an order",
      ({ ticket }) => ({ handler: orderVariables, method: "GET", params: { ticketId: ticket.id } }),
    ],
    ["close", ({ ticket }) => ({ handler: closure, params: { ticketId: ticket.id } })],
    ["reopen", ({ ticket }) => ({ handler: closure, method: "DELETE", params: { ticketId: ticket.id } })],
    ["assign", ({ ticket }) => ({ handler: assignment, params: { ticketId: ticket.id } })],
    [
      "unassign",
      ({ ticket }) => ({ handler: assignment, method: "DELETE", params: { ticketId: ticket.id } }),
    ],
    ["mark as read", ({ ticket }) => ({ handler: read, params: { ticketId: ticket.id } })],
    [
      "send again",
      ({ ticket, failed }) => ({ handler: resend, params: { ticketId: ticket.id, messageId: failed.id } }),
    ],
    [
      "leave undelivered",
      ({ ticket, failed }) => ({
        handler: resend,
        method: "DELETE",
        params: { ticketId: ticket.id, messageId: failed.id },
      }),
    ],
    [
      "read a mail as it was sent",
      ({ ticket, failed }) => ({
        handler: html,
        method: "GET",
        params: { ticketId: ticket.id, messageId: failed.id },
      }),
    ],
    [
      "take back",
      ({ ticket, held }) => ({
        handler: takeBack,
        method: "DELETE",
        params: { ticketId: ticket.id, messageId: held.id },
      }),
    ],
    [
      "delete a note",
      ({ ticket, note }) => ({
        handler: noteDeletion,
        method: "DELETE",
        params: { ticketId: ticket.id, messageId: note.id },
      }),
    ],
    [
      "bring a note back",
      ({ ticket, note }) => ({ handler: noteDeletion, params: { ticketId: ticket.id, messageId: note.id } }),
    ],
    [
      "ask for a mail's pictures",
      ({ ticket, failed }) => ({
        handler: pictures,
        method: "GET",
        params: { ticketId: ticket.id, messageId: failed.id },
      }),
    ],
    [
      "give a role",
      ({ colleague }) => ({ handler: role, params: { agentId: colleague.id }, form: { role: "owner" } }),
    ],
    [
      "take a role",
      ({ colleague }) => ({ handler: role, method: "DELETE", params: { agentId: colleague.id } }),
    ],
    ["read raw input", ({ unread }) => ({ handler: raw, method: "GET", params: { receivedId: unread.id } })],
    [
      "save raw input",
      ({ unread }) => ({ handler: bytes, method: "GET", params: { receivedId: unread.id } }),
    ],
    [
      "take away an upload",
      ({ upload }) => ({ handler: drop, method: "DELETE", params: { fileId: upload.id } }),
    ],
    ["retry raw input", ({ unread }) => ({ handler: retry, params: { receivedId: unread.id } })],
    [
      "see the customer card",
      ({ ticket }) => ({ handler: card, method: "GET", params: { ticketId: ticket.id } }),
    ],
  ];

  test.each(attempts)("%s: not found, as for an id that never was", async (_, attempt) => {
    const [a, b] = [await tenant(), await tenant()];
    const before = await dumpRows([b.workspace.id]);
    const go = async (of: Tenant) =>
      visit(attempt(of).handler, { token: a.token(), method: "POST", ...attempt(of) });
    const theirs = await go(b);
    const nobody = { id: newId() };
    const random = await go({
      ...b,
      ticket: { ...b.ticket, ...nobody },
      held: { ...b.held, ...nobody },
      note: { ...b.note, ...nobody },
      failed: { ...b.failed, ...nobody },
      colleague: { ...b.colleague, ...nobody },
      unread: { ...b.unread, ...nobody },
      upload: { ...b.upload, ...nobody },
    });
    const injected = { id: "' OR 1=1--" };
    const crooked = await go({
      ...b,
      ticket: { ...b.ticket, ...injected },
      held: { ...b.held, ...injected },
      note: { ...b.note, ...injected },
      failed: { ...b.failed, ...injected },
      colleague: { ...b.colleague, ...injected },
      unread: { ...b.unread, ...injected },
      upload: { ...b.upload, ...injected },
    });
    expect(theirs.status).toBe(404);
    expect(random).toEqual(theirs);
    // A reply is read before its ticket is looked for.
    expect([404, 422]).toContain(crooked.status);
    expect(await dumpRows([b.workspace.id])).toEqual(before);
    expect((await go(a)).status).toBe(200);
  });

  test("a message of theirs under a ticket of ours does not exist", async () => {
    const [a, b] = [await tenant(), await tenant()];
    const params = { ticketId: a.ticket.id, messageId: b.failed.id };
    expect((await visit(resend, { token: a.token(), method: "POST", params })).status).toBe(404);
  });

  test.each([
    ["in the address", (b: Tenant) => ({ path: `/app?shop=${b.shop.domain}` })],
    ["in the form", (b: Tenant) => ({ form: { shop: b.shop.domain } })],
    ["in a header", (b: Tenant) => ({ headers: { "X-Shopify-Shop-Domain": b.shop.domain } })],
  ])("naming the other shop %s changes nothing: the token says who it is", async (_, naming) => {
    const [a, b] = [await tenant(), await tenant()];
    const go = (of: Tenant) =>
      visit(closure, { token: a.token(), method: "POST", params: { ticketId: of.ticket.id }, ...naming(b) });
    expect((await go(b)).status).not.toBe(200);
    const mine = await go(a);
    // The library may take the contradiction for a reason to start over; it never takes it for the other shop.
    expect([200, 302, 401]).toContain(mine.status);
    expect((await db.ticket.findFirstOrThrow({ where: { workspaceId: b.workspace.id } })).status).toBe(
      "open",
    );
  });
});
