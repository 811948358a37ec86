import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { isId } from "../lib/id.ts";
import { actingOn } from "../orders/actions/acting.server.ts";
import { readWish } from "../orders/actions/action.ts";
import { carryOut } from "../orders/actions/carry-out.server.ts";
import { viewIntents } from "../orders/actions/intent.server.ts";
import { findApprover } from "../team/approvers.server.ts";
import { mayApproveOrders } from "../team/roles.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST does something to an order, once an intent: `intent` is an id the page made up, `version` what it looked at. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const acting = await actingOn(ticket, agent);
  const { intent, version, kind, wish, approver } = await readForm(request);
  const asked = readWish(kind, wish);
  if (!asked || !isId(intent) || !version || Number.isNaN(Date.parse(version)))
    throw new AppError("invalid", { field: "wish" });
  await carryOut(acting, {
    intentId: intent,
    orderId: params.orderId ?? "",
    version,
    asked,
    approverId: await findApprover(workspace, agent, approver),
    mayApprove: mayApproveOrders(agent.role),
  });
  const [view] = await viewIntents(ticket, intent);
  if (!view) throw new AppError("not-found");
  return json(view);
});
