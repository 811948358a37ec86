import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ThreadEvent } from "../../tickets/thread.server.ts";
import { TimeOfDay } from "../../ui/moment.tsx";
import styles from "./thread.module.css";

/** A status change, in one grey line between the messages. */
export function EventLine({ event }: { event: ThreadEvent }) {
  const { t } = useTranslation();
  return (
    <p className={styles.event} data-testid="thread-event" data-event={event.type}>
      {sayEvent(t, event)} · <TimeOfDay at={event.createdAt} />
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
      return t("events.restored");
    case "merged":
      return t("events.merged", { from: Number(data.from), into: Number(data.into) });
    case "acknowledgement-withheld":
      return data.reason === "cap" ? t("events.acknowledgementCapped") : t("events.acknowledgementWithheld");
    default:
      return t("events.other");
  }
}

function sayAssigned(t: TFunction, name: string | null, to: string | null): string {
  if (!to) return t("events.other");
  if (!name) return t("events.assigned", { to });
  return name === to ? t("events.took", { name }) : t("events.assignedTo", { name, to });
}
