// Owner, priority, department and labels among the facts of the ticket, to be changed where they are read.
import { useTranslation } from "react-i18next";
import { useDirectory } from "../../../ui/directory.tsx";
import { Fact } from "../../../ui/fact.tsx";
import { DepartmentControl } from "./department-control.tsx";
import { LabelsControl } from "./labels-control.tsx";
import { OwnerControl } from "./owner-control.tsx";
import { PriorityControl } from "./priority-control.tsx";
import { TicketLabels } from "./ticket-labels.tsx";
import { useOpened } from "./use-opened.ts";
import { useVerbs } from "./verbs.tsx";
import styles from "./controls.module.css";

export function ControlFacts() {
  const { t } = useTranslation();
  const { now } = useVerbs();
  const { departments } = useDirectory();
  const [control] = useOpened<"owner" | "priority" | "department" | "labels">();
  return (
    <>
      <Fact name={t("conversation.owner")}>
        <div className={styles.menus}>
          <OwnerControl {...control("owner")} />
        </div>
      </Fact>
      <Fact name={t("conversation.priority")}>
        <div className={styles.menus}>
          <PriorityControl {...control("priority")} />
        </div>
      </Fact>
      {departments.length ? (
        <Fact name={t("conversation.department")}>
          <div className={styles.menus}>
            <DepartmentControl {...control("department")} />
          </div>
        </Fact>
      ) : null}
      <Fact name={t("conversation.labels")}>
        <div className={styles.menus}>
          <TicketLabels />
          <LabelsControl {...control("labels")} compact={now.labels.length > 0} />
        </div>
      </Fact>
    </>
  );
}
