import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { actingOn } from "../orders/actions/acting.server.ts";
import { carryOutApproved } from "../orders/actions/carry-out.server.ts";
import { findIntent, finishIntent, viewIntents } from "../orders/actions/intent.server.ts";
import { mayApproveOrders } from "../team/roles.ts";
import { findTicket } from "../tickets/find.server.ts";

/** What has become of an order action. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  return json(await seen(await findTicket(workspace, params.ticketId), params.intentId));
});

/** POST approves a colleague's action and does it with one's own rights; DELETE declines it, or takes back one's own. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  await seen(ticket, params.intentId);
  const intent = await findIntent(workspace, params.intentId ?? "");
  if (!intent) throw new AppError("not-found");
  const mine = intent.askedById === agent.id;
  if (request.method === "DELETE") {
    if (!mine && !mayApproveOrders(agent.role)) throw new AppError("forbidden");
    await finishIntent(intent, { state: "declined" }, { kind: "agent", id: agent.id });
  } else {
    if (mine || !mayApproveOrders(agent.role)) throw new AppError("forbidden");
    await carryOutApproved(await actingOn(ticket, agent), intent);
  }
  return json(await seen(ticket, params.intentId));
});

async function seen(ticket: { workspaceId: string; id: string }, intentId: string | undefined) {
  const [view] = await viewIntents(ticket, intentId ?? "");
  if (!view) throw new AppError("not-found");
  return view;
}
