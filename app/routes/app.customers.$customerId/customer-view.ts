import type { KnownCustomer } from "../../customers/known.ts";
import type { PastMerge } from "../../customers/merging/side.ts";

/** A customer as their page gets them. */
export interface CustomerView {
  customer: KnownCustomer;
  /** who turned out to be them */
  merges: PastMerge[];
}
