// Open, put aside, closed, archived: what takes a ticket out of the way, and back.
import type { Milestone } from "../../../orders/milestone.ts";
import { formatComing } from "../../../ui/dates.ts";
import type { Doing } from "./doing.ts";
import { CLOSED, OPEN, putStatus, type Standing } from "./put-status.ts";

export function timeVerbs({ t, number, ask, current, time, reader, say, moveOn }: Doing) {
  const put = (to: Standing) => putStatus(ask, current(), to, time);
  const putWith = (to: Standing, said: string) => {
    const { status, snoozedUntil, snoozedFor } = current();
    return say(put(to), said, () => put({ status, snoozedUntil, snoozedFor }));
  };
  const away = async (done: Promise<boolean>) => {
    if (await done) moveOn();
  };
  const archive = () => ask({ archivedAt: time.toISOString() }, "POST", "archive");
  const restore = () => ask({ archivedAt: null }, "DELETE", "archive");
  return {
    close: () => void away(putWith(CLOSED, t("ticket.closedToast", { number }))),
    reopen: () => void putWith(OPEN, t("state.toast.reopened", { number })),
    wake: () => void putWith(OPEN, t("state.toast.woken", { number })),
    snooze: (until: Date) => {
      const said = t("state.toast.snoozed", { number, until: formatComing(until, time, reader) });
      void away(putWith({ status: "snoozed", snoozedUntil: until.toISOString(), snoozedFor: null }, said));
    },
    /** until something happens to its order */
    waitFor: (milestone: Milestone, order: string) => {
      const said = t("state.wait.toast", { number, until: t(`state.wait.until.${milestone}`, { order }) });
      void away(putWith({ status: "snoozed", snoozedUntil: null, snoozedFor: milestone }, said));
    },
    archive: () => void away(say(archive(), t("state.toast.archived", { number }), restore)),
    restore: () => void say(restore(), t("state.toast.restored", { number })),
  };
}
