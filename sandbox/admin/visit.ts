// Who is looking at the admin: one store, and one member of its staff, remembered per store in a cookie.

import type { Request, Response } from "express";
import type { SandboxState } from "../state.ts";
import type { Shop, Staff } from "../world/types.ts";
import { handleOf } from "./app-frame.ts";

export interface Visit {
  state: SandboxState;
  shop: Shop;
  staff: Staff;
  req: Request;
}

/** The visit behind a request for /admin/store/:handle; undefined when there is no such store, or nobody in it. */
export function visitOf(state: SandboxState, req: Request): Visit | undefined {
  const shop = state.world.shops.find((one) => handleOf(one) === req.params.handle);
  const chosen = cookie(req, `staff_${req.params.handle}`);
  const staff =
    shop?.staff.find((member) => member.id === chosen) ?? shop?.staff.find((member) => member.accountOwner);
  return shop && staff ? { state, shop, staff, req } : undefined;
}

/** Remembers the chosen member of staff. `who` is an id or an e-mail address; false when nobody fits. */
export function chooseStaff(res: Response, { shop }: Visit, who: string): boolean {
  const member = shop.staff.find((one) => one.id === who || one.email.toLowerCase() === who.toLowerCase());
  if (member)
    res.cookie(`staff_${handleOf(shop)}`, member.id, { httpOnly: true, sameSite: "lax", path: "/" });
  return member !== undefined;
}

const cookie = (req: Request, name: string) =>
  (req.headers.cookie ?? "")
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
