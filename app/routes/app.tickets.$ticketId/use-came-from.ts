import { useParams } from "@remix-run/react";
import { useRef } from "react";

/** The ticket this page showed before it was merged into the one it shows now, under the same address; null: none. */
export function useCameFrom(shown: string): string | null {
  const { ticketId: address = "" } = useParams();
  const was = useRef({ address, shown, before: null as string | null });
  if (was.current.address !== address) was.current = { address, shown, before: null };
  else if (was.current.shown !== shown) was.current = { address, shown, before: was.current.shown };
  return was.current.before;
}
