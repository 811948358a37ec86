// An order before anything is done to it: what can be, what not, and why.
import { scopesOfApp, scopesOfStaff } from "../../clients/shopify-staff.server.ts";
import { whoCan } from "../../workspace/who-can.server.ts";
import type { Acting } from "./acting.server.ts";
import { ACTIONS } from "./kinds.ts";
import { inOurWords } from "./carry-out.server.ts";
import { eligibilityOf, scopeFor } from "./eligibility.ts";
import { showOrder, type OrderState } from "./order-view.ts";
import { readOwnOrder } from "./read-order.server.ts";

/** Throws not-found, shopify-failed ({ problem, said, whoCan }). */
export async function readOrderState(
  acting: Acting,
  orderId: string,
): Promise<Omit<OrderState, "approvers">> {
  const order = await readOwnOrder(acting, orderId).catch((error: unknown) => {
    throw inOurWords(error);
  });
  const rights = {
    own: acting.staff ? await scopesOfStaff(acting.staff) : null,
    app: await scopesOfApp(acting.store.shopDomain),
  };
  const can = eligibilityOf(order, rights);
  const lacking = ACTIONS.find((kind) => can[kind]?.why === "notAllowed");
  return {
    order: showOrder(order),
    can,
    whoCan: lacking ? await whoCan(acting, scopeFor(lacking)) : [],
    mismatch: acting.identity === "mismatch",
  };
}
