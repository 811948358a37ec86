import { useEffect, useState } from "react";
import type { Mergeable } from "../../../tickets/mergeable.ts";
import { callVerb } from "../../../ui/verb.ts";

interface Found {
  ticket: Mergeable;
  found: Mergeable[];
}

const PAUSE = 250;

/** Suggestions at once, and what is typed once one pauses. Null while asking; "failed" when nobody answered. */
export function useMergeable(ticketId: string, typed: string): Found | "failed" | null {
  const [found, setFound] = useState<Found | "failed" | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const query = new URLSearchParams({ q: typed });
      const result = await callVerb<Found>("GET", `/app/tickets/${ticketId}/merge?${query}`);
      if (wanted) setFound(result.ok ? result.data : "failed");
    };
    const timer = setTimeout(() => void ask(), typed ? PAUSE : 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ticketId, typed]);
  return found;
}
