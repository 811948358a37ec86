import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ThreadEvent } from "../../tickets/thread.server.ts";
import { sayReason } from "../../ui/delivery-reason.ts";
import { useClock } from "../../ui/clock.tsx";
import { formatComing } from "../../ui/dates.ts";
import { TimeOfDay } from "../../ui/moment.tsx";
import { sayChat } from "./chat/say-chat.ts";
import { MergeLine } from "./merge/merge-line.tsx";
import { sayOrderEvent } from "./order-actions/say-event.ts";
import { sayChange } from "./say-change.ts";
import styles from "./thread.module.css";

/** A status change, in one grey line between the messages. */
export function EventLine({ event }: { event: ThreadEvent }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const day = (at: string) => formatComing(new Date(at), now, reader);
  if (event.type === "merged" || event.type === "unmerged" || event.type === "split")
    return <MergeLine event={event} />;
  return (
    <p className={styles.event} data-testid="thread-event" data-event={event.type}>
      {typeof event.data.of === "number" ? `${t("merge.of", { number: event.data.of })} ` : null}
      {sayChange(t, event, day) ?? sayChat(t, event) ?? sayOrderEvent(t, event) ?? sayEvent(t, event)} ·{" "}
      <TimeOfDay at={event.createdAt} />
    </p>
  );
}

function sayEvent(t: TFunction, { type, actorKind, actorName: name, data }: ThreadEvent): string {
  switch (type) {
    case "ticket-opened":
      return data.automatic === true ? t("events.openedAutomatic") : t("events.opened");
    case "closed":
      return name ? t("events.closedBy", { name }) : t("events.closed");
    case "reopened":
      if (actorKind === "customer") return t("events.reopenedByCustomer");
      if (data.reason === "undelivered") return t("events.reopenedUndelivered");
      return name ? t("events.reopenedBy", { name }) : t("events.reopened");
    case "assigned":
      return sayAssigned(t, name, typeof data.name === "string" ? data.name : null);
    case "unassigned":
      return name ? t("events.unassignedBy", { name }) : t("events.unassigned");
    case "restored":
      return name ? t("state.events.restoredBy", { name }) : t("events.restored");
    case "acknowledgement-withheld":
      return data.reason === "cap" ? t("events.acknowledgementCapped") : t("events.acknowledgementWithheld");
    case "marked-spam":
      return saySpam(t, name, data.reason);
    case "not-spam":
      return name ? t("spam.restoredBy", { name }) : t("spam.restored");
    case "participant-added":
      return t("participants.added", { name: name ?? "" });
    case "participant-removed":
      return t("participants.removed", { name: name ?? "" });
    case "send-undone":
      return t("sending.undone", { name: name ?? t("message.team") });
    case "customer-note-changed":
      return t("customer.events.note", { name: name ?? t("message.team") });
    case "customer-tags-changed":
      return t("customer.events.tags", { name: name ?? t("message.team") });
    case "note-deleted":
      return t("notes.deletedBy", { name: name ?? t("message.team") });
    case "note-restored":
      return t("notes.restoredBy", { name: name ?? t("message.team") });
    case "recipient-missed":
      return t("sending.missed", {
        address: String(data.address),
        reason: sayReason(t, String(data.reason)),
      });
    default:
      return t("events.other");
  }
}

function saySpam(t: TFunction, name: string | null, reason: unknown): string {
  if (reason === "robot" || reason === "blocked" || reason === "filter") return t(`spam.because.${reason}`);
  return name ? t("spam.markedBy", { name }) : t("spam.marked");
}

function sayAssigned(t: TFunction, name: string | null, to: string | null): string {
  if (!to) return t("events.other");
  if (!name) return t("events.assigned", { to });
  return name === to ? t("events.took", { name }) : t("events.assignedTo", { name, to });
}
