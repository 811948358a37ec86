import { useCallback, useMemo, useRef, useState } from "react";
import type { TicketHead } from "../../../tickets/thread.server.ts";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb, type VerbFailure, type VerbResult } from "../../../ui/verb.ts";
import { settled, shown, wished, type Wishes } from "./wishes.ts";

const FIELDS = [
  "status",
  "snoozedUntil",
  "snoozedFor",
  "archivedAt",
  "priority",
  "assignee",
  "department",
  "labels",
  "spam",
] as const;
export type Shown = Pick<TicketHead, (typeof FIELDS)[number]>;

export type Ask = (
  part: Partial<Shown>,
  method: "POST" | "DELETE",
  verb: string,
  fields?: Record<string, string>,
) => Promise<VerbResult>;

/** How the ticket stands, with what the agent just did; and asking the server to do it. */
export function useAsking(ticket: TicketHead) {
  const { refresh } = useLive();
  const [wishes, setWishes] = useState<Wishes<Shown>>({});
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const acts = useRef(0);
  const now = useMemo(
    () =>
      shown<Shown>(
        Object.fromEntries(FIELDS.map((field) => [field, ticket[field]])) as unknown as Shown,
        wishes,
      ),
    [ticket, wishes],
  );
  const latest = useRef({ ticket, now });
  latest.current = { ticket, now };
  const ask = useMemo<Ask>(
    () => async (part, method, verb, fields) => {
      const act = (acts.current += 1);
      setWishes((before) => wished<Shown>(before, latest.current.ticket, part, act));
      setFailure(null);
      const result = await callVerb(method, `/app/tickets/${latest.current.ticket.id}/${verb}`, fields);
      setWishes((before) => settled(before, act, result.ok));
      if (!result.ok) setFailure(result);
      refresh();
      return result;
    },
    [refresh],
  );
  const forget = useCallback(() => setFailure(null), []);
  return { now, latest, ask, failure, forget };
}
