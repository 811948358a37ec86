import type { KnownCustomer } from "../../customers/known.ts";

/** A customer as their page gets them. */
export interface CustomerView {
  customer: KnownCustomer;
}
