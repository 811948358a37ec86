import { expect, test } from "vitest";
import type { ActionOrder } from "../../../orders/actions/order-view.ts";
import { firstWish, isComplete, type FormWish } from "./form-wish.ts";

const order = { email: "ebba@example.se", address: null } as ActionOrder;

test("an edit without changes, a refund without an amount and an address without a street are not whole yet", () => {
  expect(isComplete(firstWish("edit", order))).toBe(false);
  expect(isComplete(firstWish("address", order))).toBe(false);
  expect(isComplete(firstWish("refund", order))).toBe(true);
  const refund = {
    how: "amount",
    lines: [],
    shipping: false,
    amount: "1,5",
    notify: false,
    note: "",
  } as const;
  expect(isComplete({ kind: "refund", wish: { ...refund, lines: [] } } as FormWish)).toBe(false);
  expect(isComplete({ kind: "refund", wish: { ...refund, lines: [], amount: "1.5" } } as FormWish)).toBe(
    true,
  );
});

test("nobody is told who has no address", () => {
  expect(firstWish("cancel", { ...order, email: null }).wish).toMatchObject({ notify: false });
});
