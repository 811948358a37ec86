// The main line of a ticket: its status, priority, owner, department and labels, each a menu with a key of its own.
import { useTranslation } from "react-i18next";
import { useAgent } from "../../../ui/agent.tsx";
import { useCommands } from "../../../ui/commands/registry.ts";
import { useDirectory } from "../../../ui/directory.tsx";
import { VerbFailed } from "../verb-failed.tsx";
import { DepartmentControl } from "./department-control.tsx";
import { LabelsControl } from "./labels-control.tsx";
import { OwnerControl } from "./owner-control.tsx";
import { PriorityControl } from "./priority-control.tsx";
import { StatusControl } from "./status-control.tsx";
import { TicketLabels } from "./ticket-labels.tsx";
import { useOpened } from "./use-opened.ts";
import { useVerbs } from "./verbs.tsx";
import styles from "./controls.module.css";

/** More would push the line over; the details have them all. */
const MOST_LABELS = 3;

type Name = "status" | "priority" | "owner" | "department" | "labels";

export function Controls() {
  const verbs = useVerbs();
  const { departments } = useDirectory();
  const [control, setOpened] = useOpened<Name>();
  useControlCommands(setOpened);
  return (
    <div className={styles.controls} data-testid="controls">
      <div className={styles.line}>
        <div className={styles.menus}>
          <div className={styles.whole}>
            <StatusControl {...control("status")} compact />
          </div>
          <div className={styles.whole}>
            <PriorityControl {...control("priority")} compact />
          </div>
          <OwnerControl {...control("owner")} compact />
          {departments.length ? <DepartmentControl {...control("department")} compact /> : null}
          <div className={styles.whole}>
            <LabelsControl {...control("labels")} compact />
          </div>
        </div>
        <TicketLabels most={MOST_LABELS} />
      </div>
      <VerbFailed failure={verbs.failure} onDismiss={verbs.forget} />
    </div>
  );
}

function useControlCommands(open: (name: Name) => void): void {
  const { t } = useTranslation();
  const me = useAgent();
  const { now, ...verbs } = useVerbs();
  const section = "ticket" as const;
  useCommands([
    now.status === "closed"
      ? { id: "ticket.close", label: t("ticket.reopen"), section, keys: "e", run: verbs.reopen }
      : { id: "ticket.close", label: t("ticket.close"), section, keys: "e", run: verbs.close },
    { id: "ticket.snooze", label: t("state.command.snooze"), section, keys: "z", run: () => open("status") },
    ...(now.status === "snoozed"
      ? [{ id: "ticket.wake", label: t("state.status.wake"), section, run: verbs.wake }]
      : []),
    { id: "ticket.label", label: t("state.command.label"), section, keys: "l", run: () => open("labels") },
    { id: "ticket.assign", label: t("state.command.assign"), section, keys: "a", run: () => open("owner") },
    {
      id: "ticket.take",
      label: t("ticket.assign"),
      section,
      keys: "shift+a",
      run: () => verbs.assign(me.id),
    },
    {
      id: "ticket.priority",
      label: t("state.command.priority"),
      section,
      keys: "p",
      run: () => open("priority"),
    },
    ...(now.archivedAt
      ? [{ id: "ticket.archive", label: t("state.archive.restore"), section, keys: "y", run: verbs.restore }]
      : [{ id: "ticket.archive", label: t("state.archive.do"), section, keys: "y", run: verbs.archive }]),
  ]);
}
