// The older pages of a thread, fetched when somebody wants them and kept while the page is refreshed.
import { useCallback, useMemo, useRef, useState } from "react";
import type { ThreadPart } from "../../tickets/thread.server.ts";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { callVerb } from "../../ui/verb.ts";
import { above, joinThread, withoutDeleted } from "./join-thread.ts";

export interface Older {
  /** the ticket with all that was fetched */
  ticket: TicketView;
  fetching: boolean;
  failed: boolean;
  /** `settle` runs just before they appear */
  fetchOlder: (settle: () => void) => void;
}

export function useOlder(read: TicketView): Older {
  const known = useRef<ThreadPart>(read);
  const [state, setState] = useState<"idle" | "fetching" | "failed">("idle");
  const [pages, setPages] = useState(0);
  const ticket = useMemo(() => {
    known.current = joinThread(known.current, read);
    return { ...read, ...withoutDeleted(known.current) };
    // `pages` says that `known` has grown.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [read, pages]);
  const under = useRef(false);
  const fetchOlder = useCallback(
    (settle: () => void) => {
      const [first] = known.current.messages;
      if (under.current || !first || !known.current.earlier) return;
      under.current = true;
      setState("fetching");
      const before = new URLSearchParams({ before: `${first.createdAt}_${first.id}` });
      void callVerb<ThreadPart>("GET", `/app/tickets/${read.id}/earlier?${before}`).then((answer) => {
        under.current = false;
        setState(answer.ok ? "idle" : "failed");
        // The thread may have been joined anew meanwhile.
        if (!answer.ok || known.current.messages[0]?.id !== first.id) return;
        settle();
        known.current = above(answer.data, known.current);
        setPages((count) => count + 1);
      });
    },
    [read.id],
  );
  return { ticket, fetching: state === "fetching", failed: state === "failed", fetchOlder };
}
