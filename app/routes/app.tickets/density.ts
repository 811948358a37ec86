import { keptStore } from "../../ui/kept.ts";

export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** How much of each ticket the list shows, in this browser. */
export const density = keptStore<Density>(
  "density",
  "comfortable",
  (kept) => DENSITIES.find((one) => one === kept) ?? null,
);
