// What Shopify would make of a wish, asked whenever it has stood still for a moment.
import { useEffect, useState } from "react";
import type { Preview } from "../../../orders/actions/preview.server.ts";
import type { Money } from "../../../orders/actions/order.graphql.ts";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";
import type { FormWish } from "./form-wish.ts";

export interface Previewed {
  preview: Preview;
  approval: { limit: string; stake: Money } | null;
  version: string;
}

const STILL = 400;

/** null: nothing to ask for yet. */
export function usePreview(
  path: string,
  { kind, wish }: FormWish,
  complete: boolean,
): Previewed | "counting" | { failure: VerbFailure } | null {
  const [seen, setSeen] = useState<Previewed | "counting" | { failure: VerbFailure } | null>(null);
  const text = JSON.stringify(wish);
  useEffect(() => {
    if (!complete) return setSeen(null);
    let gone = false;
    setSeen("counting");
    const timer = setTimeout(() => {
      void callVerb<Previewed>("POST", `${path}/preview`, { kind, wish: text }).then((result) => {
        if (!gone) setSeen(result.ok ? result.data : { failure: result });
      });
    }, STILL);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [path, kind, text, complete]);
  return seen;
}
