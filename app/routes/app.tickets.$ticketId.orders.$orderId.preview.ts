import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { actingOn } from "../orders/actions/acting.server.ts";
import { readWish } from "../orders/actions/action.ts";
import { look } from "../orders/actions/carry-out.server.ts";
import { mayApproveOrders } from "../team/roles.ts";
import { findTicket } from "../tickets/find.server.ts";

/** What an action would do, by Shopify's count, and whether a colleague would have to approve it. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const acting = await actingOn(await findTicket(workspace, params.ticketId), agent);
  const { kind, wish } = await readForm(request);
  const asked = readWish(kind, wish);
  if (!asked) throw new AppError("invalid", { field: "wish" });
  const { order, ...seen } = await look(acting, params.orderId ?? "", asked, mayApproveOrders(agent.role));
  return json({ ...seen, version: order.updatedAt });
});
