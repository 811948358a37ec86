// What a staff member may do in the shop: an online token never reaches further than the person who asked for it.

import type { Permission, Shop, Staff } from "../world/types.ts";
import { scopeSet } from "./access.ts";

const NEEDED_FOR: Record<Permission, string[]> = {
  edit_customers: ["write_customers"],
  orders: ["read_orders", "write_orders", "read_all_orders", "read_order_edits", "write_order_edits"],
  edit_orders: ["write_order_edits"],
  cancel_orders: [],
  refund_orders: [],
};

/** The app's scopes as far as this person may use them; all of them without a person. */
export function scopesOfStaff(shop: Shop, staff: Staff | null): Set<string> {
  const scopes = scopeSet(shop.scopes);
  for (const permission of staff?.lacks ?? [])
    for (const scope of NEEDED_FOR[permission]) scopes.delete(scope);
  return scopes;
}

/** Whether the person behind a call may do this; the app itself may. */
export const may = (staff: Staff | null, permission: Permission): boolean =>
  !staff?.lacks?.includes(permission);
