import { useAppBridge } from "@shopify/app-bridge-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TicketHead } from "../../../tickets/thread.server.ts";
import { useClock } from "../../../ui/clock.tsx";
import { useDirectory } from "../../../ui/directory.tsx";
import { noteOwn } from "../../../ui/own-words.ts";
import { useMoveOn } from "../walk/use-walk.ts";
import type { Doing } from "./doing.ts";
import { labelVerbs } from "./label-verbs.ts";
import { ownerVerbs } from "./owner-verbs.ts";
import { timeVerbs } from "./time-verbs.ts";
import { useAsking } from "./use-asking.ts";

export type TicketVerbs = ReturnType<typeof useTicketVerbs>;

/** How the ticket stands and what can be done to it; all of it is shown at once, and undone from its toast. */
export function useTicketVerbs(ticket: TicketHead) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const directory = useDirectory();
  const { now: time, reader } = useClock();
  const { now, latest, ask, failure, forget } = useAsking(ticket);
  const moveOn = useMoveOn(ticket.id);
  const { id, number, shopOrder } = ticket;
  return useMemo(() => {
    const say: Doing["say"] = async (work, said, undo) => {
      if (!(await work).ok) return false;
      shopify.toast.show(said, undo ? { action: t("ticket.undo"), onAction: () => void undo() } : {});
      return true;
    };
    const current = () => latest.current.now;
    const doing: Doing = { t, number, ask, current, directory, time, reader, say, moveOn };
    const markUnread = () => {
      noteOwn(id, { unread: true });
      return ask({}, "DELETE", "read");
    };
    return {
      ...{ id, number, shopOrder, now, failure, forget, markUnread },
      ...timeVerbs(doing),
      ...labelVerbs(doing),
      ...ownerVerbs(doing),
    };
  }, [id, number, shopOrder, now, failure, forget, directory, time, reader, ask, latest, shopify, t, moveOn]);
}
