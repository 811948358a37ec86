// The main line of a ticket: its status, priority, owner, department and labels, each a menu with a key of its own.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAgent } from "../../../ui/agent.tsx";
import { useCommands } from "../../../ui/commands/registry.ts";
import { useDirectory } from "../../../ui/directory.tsx";
import { LabelTag } from "../../../ui/label.tsx";
import { VerbFailed } from "../verb-failed.tsx";
import { DepartmentControl } from "./department-control.tsx";
import { LabelsControl } from "./labels-control.tsx";
import { OwnerControl } from "./owner-control.tsx";
import { PriorityControl } from "./priority-control.tsx";
import { StatusControl } from "./status-control.tsx";
import { useVerbs } from "./verbs.tsx";
import styles from "./controls.module.css";

export interface ControlProps {
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
}

type Name = "status" | "priority" | "owner" | "department" | "labels";

export function Controls() {
  const { t } = useTranslation();
  const verbs = useVerbs();
  const { departments } = useDirectory();
  const [opened, setOpened] = useState<Name | null>(null);
  useControlCommands(setOpened);
  const control = (name: Name): ControlProps => ({
    open: opened === name,
    onOpen: () => setOpened(opened === name ? null : name),
    onClose: () => setOpened((now) => (now === name ? null : now)),
  });
  return (
    <div className={styles.controls} data-testid="controls">
      <div className={styles.menus}>
        <StatusControl {...control("status")} />
        <PriorityControl {...control("priority")} />
        <OwnerControl {...control("owner")} />
        {departments.length ? <DepartmentControl {...control("department")} /> : null}
        <LabelsControl {...control("labels")} />
        {verbs.now.labels.length ? (
          <ul className={styles.labels} aria-label={t("state.labels.on")}>
            {verbs.now.labels.map(({ id, name, color }) => (
              <li key={id}>
                <LabelTag name={name} color={color} />
              </li>
            ))}
          </ul>
        ) : null}
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
