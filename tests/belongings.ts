// What a workspace has besides one conversation: one of all that an id in an address or a form can name.
import { db } from "../app/db.server.ts";
import { now } from "../app/lib/clock.ts";
import { newId } from "../app/lib/id.ts";
import { startBulk } from "../app/tickets/bulk/start.server.ts";
import { makeLabel } from "../app/tickets/labels.server.ts";
import { createMacro } from "../app/tickets/macros/save.server.ts";
import { mergeTickets } from "../app/tickets/merge.server.ts";
import { createView } from "../app/tickets/saved-views.server.ts";
import type { Tenant } from "./admin-call.ts";
import { makeDepartment, makeMessage, makeTicket } from "./factories.ts";

/** Makes them, and says their ids by name. */
export async function belongings({ workspace, store, agent, ...rest }: Tenant) {
  const workspaceId = workspace.id;
  const by = { by: { kind: "agent", id: agent.id } } as const;
  const me = { id: agent.id, role: "owner", timeZone: store.timeZone } as const;
  const brand = await db.brand.findFirstOrThrow({ where: { workspaceId } });
  const ticketOfOurs = () =>
    makeTicket({ workspaceId, id: store.id, brand }, { customerId: rest.customer.id });
  const [other, merged] = [await ticketOfOurs(), await ticketOfOurs()];
  const written = await makeMessage(other, { fromAddress: "ebba@example.com" });
  const later = await makeMessage(other, { text: "En sak till" });
  const [label, label2] = [
    await makeLabel(workspace, { name: "Retur", color: "red" }, by),
    await makeLabel(workspace, { name: "Byte", color: "blue" }, by),
  ];
  const macro = { name: "Tack", html: "<p>Tack</p>", actions: [], locale: null, own: false } as const;
  const which = { ids: [other.id] };
  const action = { name: "priority", args: { priority: "high" } } as const;
  const notification = newId();
  await db.notification.create({
    data: {
      ...{ workspaceId, id: notification, agentId: agent.id, kind: "assigned", ticketId: other.id },
      ...{ eventId: newId(), createdAt: now() },
    },
  });
  return {
    ticket: other.id,
    message: written.id,
    later: later.id,
    target: rest.ticket.id,
    upload: rest.upload.id,
    colleague: rest.colleague.id,
    label: label.id,
    label2: label2.id,
    department: (await makeDepartment(workspace)).id,
    macro: (await createMacro(workspace, { ...macro, actions: [] }, { by: me })).id,
    view: (await createView(workspace, me, { name: "Mina", query: "priority=high" })).id,
    view2: (await createView(workspace, me, { name: "Dina", query: "priority=low" })).id,
    bulk: (await startBulk(workspace, { by: me, requestKey: newId(), action, which })).bulkId,
    merge: (await mergeTickets(workspace, { from: merged.id, into: rest.ticket.id }, by)).mergeId,
    notification,
  };
}

export type Ids = Awaited<ReturnType<typeof belongings>>;
