// The numbers that the page's stream keeps current. Kept outside React: views and navigation follow their own.
import { useMemo } from "react";
import { hearIn, latest, type Heard, type Numbers } from "../../live/numbers.ts";
import { makeStore, useStore } from "../store.ts";

const NOTHING: Heard = new Map();
const heard = makeStore(NOTHING);

export const hearNumbers = (numbers: Numbers): void => heard.change((before) => hearIn(before, numbers));

/** By name, as they are now: `read` came with the page, and what the stream has said since holds. */
export function useNumbers(read: Numbers): Record<string, number> {
  const since = useStore(heard, NOTHING);
  return useMemo(() => latest(read, since), [read, since]);
}
