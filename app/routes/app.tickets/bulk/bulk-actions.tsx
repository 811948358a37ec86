// What can be done with the chosen tickets: the most usual as buttons, the rest in a menu.
import { ActionList, Button } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MOST_MERGED, type Action } from "../../../tickets/bulk/action.ts";
import type { ListedTicket } from "../../../tickets/list.server.ts";
import type { LabelColor } from "../../../tickets/label.ts";
import { PRIORITIES } from "../../../tickets/ticket.ts";
import { now } from "../../../lib/clock.ts";
import { AgentPicker } from "../../../ui/agent-picker.tsx";
import { LabelPicker } from "../../../ui/label-picker.tsx";
import { PickTime } from "../../../ui/pick-time.tsx";
import { MergeChosen } from "./merge-chosen.tsx";
import type { Selection } from "./selection.ts";
import { snoozeTimes } from "./snooze-times.ts";
import type { NewLabel } from "./use-bulk.ts";
import { Popover } from "../../../ui/popover.tsx";
import styles from "./bulk.module.css";

type Open = "assign" | "label" | "unlabel" | "more" | "merge" | "time" | null;

export function BulkActions(props: {
  chosen: Selection;
  rows: ListedTicket[];
  onDo: (action: Action) => void;
  onNewLabel: (label: NewLabel) => void;
}) {
  const { t } = useTranslation();
  const { chosen, rows, onDo, onNewLabel } = props;
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const run = (action: Action) => {
    close();
    onDo(action);
  };
  const create = (name: string, color: LabelColor) => {
    close();
    onNewLabel({ name, color });
  };
  const snooze = (until: Date) => run({ name: "snooze", args: { until: until.toISOString() } });
  const simple = (name: "reopen" | "archive" | "restore" | "spam" | "not-spam" | "read" | "unread") => ({
    content: t(`bulk.action.${name}`),
    onAction: () => run({ name, args: {} }),
  });
  const mayMerge = !chosen.all && chosen.ids.size > 1 && chosen.ids.size <= MOST_MERGED;
  return (
    <div className={styles.actions}>
      <Button onClick={() => run({ name: "close", args: {} })}>{t("bulk.action.close")}</Button>
      <AgentPicker
        open={open === "assign"}
        onClose={close}
        chosen={undefined}
        onPick={(agentId) =>
          run(agentId ? { name: "assign", args: { agentId } } : { name: "unassign", args: {} })
        }
        activator={<Button onClick={() => setOpen("assign")}>{t("bulk.action.assign")}</Button>}
      />
      <LabelPicker
        open={open === "label" || open === "unlabel"}
        onClose={close}
        chosen={[]}
        onAdd={(labelId) =>
          run({ name: open === "unlabel" ? "remove-label" : "add-label", args: { labelId } })
        }
        onRemove={close}
        {...(open === "unlabel" ? {} : { onCreate: create })}
        activator={<Button onClick={() => setOpen("label")}>{t("bulk.action.add-label")}</Button>}
      />
      <Popover
        active={open === "more"}
        onClose={close}
        autofocusTarget="first-node"
        activator={
          <Button
            disclosure
            onClick={() => setOpen(open === "more" ? null : "more")}
            ariaExpanded={open === "more"}
          >
            {t("bulk.more")}
          </Button>
        }
      >
        <ActionList
          actionRole="menuitem"
          sections={[
            {
              items: [
                ...(mayMerge ? [{ content: t("bulk.action.merge"), onAction: () => setOpen("merge") }] : []),
                { content: t("bulk.action.remove-label"), onAction: () => setOpen("unlabel") },
                simple("read"),
                simple("unread"),
                simple("reopen"),
              ],
            },
            {
              title: t("bulk.action.snooze"),
              items: [
                ...snoozeTimes(now()).map(({ name, until }) => ({
                  content: t(`bulk.snooze.${name}`),
                  onAction: () => snooze(until),
                })),
                { content: t("state.snooze.pick"), onAction: () => setOpen("time") },
              ],
            },
            {
              title: t("bulk.action.priority"),
              items: PRIORITIES.toReversed().map((priority) => ({
                content: t(`bulk.priority.${priority}`),
                onAction: () => run({ name: "priority", args: { priority } }),
              })),
            },
            { items: [simple("archive"), simple("restore"), simple("spam"), simple("not-spam")] },
          ]}
        />
      </Popover>
      {open === "time" ? <PickTime onPick={snooze} onClose={close} /> : null}
      {open === "merge" ? (
        <MergeChosen
          tickets={rows.filter(({ id }) => chosen.ids.has(id))}
          onClose={close}
          onMerge={(into) => run({ name: "merge", args: { into } })}
        />
      ) : null}
    </div>
  );
}
