// An agent about to change what staff keep of a customer in one store, and what Shopify answers them.
import { askAsStaff, StaffCallFailed, type StaffRef } from "../../clients/shopify-staff.server.ts";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { TicketEventType, WorkspaceEventType } from "../../events/event.ts";
import { recordEvent, recordTicketEvent } from "../../events/record.server.ts";
import { isId } from "../../lib/id.ts";
import { staffAt } from "../../workspace/staff-at.server.ts";
import { whoCan } from "../../workspace/who-can.server.ts";
import type { CustomerRef } from "../find.server.ts";
import { keepChange } from "../profile/keep.server.ts";
import { tellChanged } from "../profile/refresh.server.ts";
import { customerInStore, type InStore } from "../profile/whose.server.ts";

export interface Editing {
  workspaceId: string;
  customerId: string;
  /** gid://shopify/Customer/… */
  gid: string;
  store: { id: string; shopDomain: string };
  agentId: string;
  /** the ticket it is done from; null: the customer's page */
  ticketId: string | null;
  staff: StaffRef | null;
}

/** Throws not-found: no such store, no customer of ours there, or a ticket that is not theirs. */
export async function editingOf(
  customer: CustomerRef,
  storeId: string,
  agent: { id: string },
  ticketId: string | null,
): Promise<Editing> {
  const who = await customerInStore(db, customer, storeId);
  if (!who) throw new AppError("not-found");
  const { workspaceId, customerId, store } = who;
  const shopifyId = who.shopifyIds[0] ?? who.kept?.shopifyId ?? null;
  if (!shopifyId || (ticketId !== null && !(await isTheirs(who, ticketId)))) throw new AppError("not-found");
  const staff = await staffAt(workspaceId, store, agent.id);
  return {
    ...{ workspaceId, customerId, store, ticketId, staff },
    gid: `gid://shopify/Customer/${shopifyId}`,
    agentId: agent.id,
  };
}

async function isTheirs({ workspaceId, customerId }: InStore, ticketId: string): Promise<boolean> {
  if (!isId(ticketId)) return false;
  return (await db.ticket.count({ where: { workspaceId, id: ticketId, customerId } })) > 0;
}

/** Asks Shopify as the agent. Throws shopify-failed ({ problem, said, whoCan }). */
export async function askAsEditor<T>(
  { staff, workspaceId, store }: Editing,
  operation: string,
  variables: Record<string, unknown>,
): Promise<T> {
  try {
    if (!staff) throw new StaffCallFailed("signed-out");
    return await askAsStaff<T>(staff, operation, variables);
  } catch (error) {
    if (!(error instanceof StaffCallFailed)) throw error;
    const { problem, said } = error;
    const able = problem === "denied" ? await whoCan({ workspaceId, store }, "write_customers") : [];
    throw new AppError("shopify-failed", { problem, said, whoCan: able });
  }
}

/** Shopify's refusal in an answer with status 200. */
export function unlessRefused(errors: { message: string }[]): void {
  const [first] = errors;
  if (first) throw new AppError("shopify-failed", { problem: "refused", said: first.message, whoCan: [] });
}

/** Done: into the copy, into the log, and to the open pages. */
export const noteEdit = (
  editing: Editing,
  type: TicketEventType & WorkspaceEventType,
  change: Parameters<typeof keepChange>[2],
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { workspaceId, customerId, store, ticketId } = editing;
    const by = { kind: "agent", id: editing.agentId } as const;
    await keepChange(tx, { workspaceId, storeId: store.id, customerId }, change);
    if (ticketId) await recordTicketEvent(tx, { workspaceId, id: ticketId }, { type, by });
    else await recordEvent(tx, workspaceId, { type, by, data: { storeId: store.id } });
    await tellChanged(tx, workspaceId, customerId);
  });
