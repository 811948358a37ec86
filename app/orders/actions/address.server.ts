// Where an order goes, while it has not left.
import type { Wish } from "./action.ts";
import { READDRESS } from "./mutations.graphql.ts";
import type { OrderNode } from "./order.graphql.ts";
import { refusal, type Outcome } from "./outcome.ts";

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

export async function changeAddress(ask: Ask, order: OrderNode, wish: Wish<"address">): Promise<Outcome> {
  const { provinceCode, ...rest } = wish;
  const shippingAddress = { ...rest, ...(provinceCode ? { provinceCode } : {}) };
  const { orderUpdate } = await ask<{ orderUpdate: { userErrors: { message: string }[] } }>(READDRESS, {
    input: { id: order.id, shippingAddress },
  });
  return refusal(orderUpdate.userErrors) ?? { state: "done" };
}
