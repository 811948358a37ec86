// What can be done to the ticket on the page, and how it stands meanwhile: for the head, the details and the menu.
import { createContext, useContext, type ReactNode } from "react";
import type { TicketHead } from "../../../tickets/thread.server.ts";
import { useTicketVerbs, type TicketVerbs } from "./use-ticket-verbs.ts";

const VerbsContext = createContext<TicketVerbs | null>(null);

export function VerbsProvider({ ticket, children }: { ticket: TicketHead; children: ReactNode }) {
  return <VerbsContext.Provider value={useTicketVerbs(ticket)}>{children}</VerbsContext.Provider>;
}

/** The verbs of the ticket on the page. */
export function useVerbs(): TicketVerbs {
  const verbs = useContext(VerbsContext);
  if (!verbs) throw new Error("useVerbs stands outside VerbsProvider");
  return verbs;
}
