// The store the app is open in, and the plan its workspace has.
import { createContext, useContext } from "react";
import type { Plan } from "../workspace/plans.ts";

export interface Shop {
  /** fjallrum.myshopify.com */
  domain: string;
  plan: Plan;
}

const ShopContext = createContext<Shop | null>(null);

export const ShopProvider = ShopContext.Provider;

/** Null outside the admin. */
export const useShop = (): Shop | null => useContext(ShopContext);
