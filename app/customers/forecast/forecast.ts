// What can be said of a customer's future in one store, or why nothing can. Pure.
import type { Qualification } from "../prediction/qualifies.ts";
import type { Figures } from "./figures.ts";

export type CustomerForecast =
  | {
      state: "known";
      figures: Figures;
      currency: string;
      /** how many customers the models learned from, ISO 8601 when */
      customers: number;
      fittedAt: string;
    }
  /** the workspace's plan does not hold it */
  | { state: "locked" }
  /** the store has not been worked out yet */
  | { state: "not-yet" }
  | { state: "unqualified"; missing: Qualification["criteria"] }
  /** they have no paid order in this store, as of the last night */
  | { state: "no-orders" };

export interface StoreForecast {
  storeId: string;
  store: string;
  forecast: CustomerForecast;
}
