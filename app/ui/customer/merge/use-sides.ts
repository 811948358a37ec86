import { useEffect, useState } from "react";
import type { FoundCustomer } from "../../../customers/find-customers.server.ts";
import type { CustomerSide, SuggestedCustomer } from "../../../customers/merging/side.ts";
import { callVerb } from "../../verb.ts";

interface Sides {
  customer: CustomerSide;
  suggested: SuggestedCustomer[];
}

/** The customer, and who may be the same person. Null while asking; "failed" when nobody answered. */
export function useSides(customerId: string): Sides | "failed" | null {
  const [sides, setSides] = useState<Sides | "failed" | null>(null);
  useEffect(() => {
    let wanted = true;
    void callVerb<Sides>("GET", `/app/customers/${customerId}/merge`).then((result) => {
      if (wanted) setSides(result.ok ? result.data : "failed");
    });
    return () => {
      wanted = false;
    };
  }, [customerId]);
  return sides;
}

const PAUSE = 200;

/** Customers whose name or address begins as typed; null while nothing is typed or nobody has answered. */
export function useFound(typed: string, not: string): FoundCustomer[] | null {
  const [found, setFound] = useState<FoundCustomer[] | null>(null);
  useEffect(() => {
    if (!typed.trim()) return setFound(null);
    let wanted = true;
    const ask = async () => {
      const path = `/app/customers/find?${new URLSearchParams({ q: typed })}`;
      const result = await callVerb<{ customers: FoundCustomer[] }>("GET", path);
      if (wanted && result.ok) setFound(result.data.customers.filter(({ id }) => id !== not));
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed, not]);
  return found;
}

/** The one that was chosen, with all there is of them; null while asking, and when they are not there any more. */
export function useChosen(customerId: string, chosenId: string | null): CustomerSide | null {
  const [side, setSide] = useState<CustomerSide | null>(null);
  useEffect(() => {
    if (!chosenId) return;
    let wanted = true;
    const path = `/app/customers/${customerId}/merge?with=${chosenId}`;
    void callVerb<{ other?: CustomerSide }>("GET", path).then((result) => {
      if (wanted) setSide((result.ok && result.data.other) || null);
    });
    return () => {
      wanted = false;
    };
  }, [customerId, chosenId]);
  return side && side.id === chosenId ? side : null;
}
