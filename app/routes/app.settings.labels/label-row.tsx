import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedLabel } from "../../tickets/label-list.server.ts";
import { LabelDot, LabelTag } from "../../ui/label.tsx";
import { Picker } from "../../ui/picker.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { EditLabel } from "./edit-label.tsx";
import { LabelRefusal } from "./label-refusal.tsx";
import { MergeLabels } from "./merge-labels.tsx";
import styles from "./labels.module.css";

const MOST_COUNTED = 1000;

/** One label, how many tickets have it, and what a manager may do with it. */
export function LabelRow(props: { label: ListedLabel; others: ListedLabel[]; manages: boolean }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { label, manages } = props;
  const [open, setOpen] = useState<"edit" | "merge" | null>(null);
  const [into, setInto] = useState<ListedLabel | null>(null);
  const verb = useVerb();
  const path = `/app/labels/${label.id}/retirement`;
  const remove = async () => {
    if (!(await verb.ask("POST", path))) return;
    const back = () => void verb.ask("DELETE", path);
    shopify.toast.show(t("state.settings.deleted", { name: label.name }), {
      action: t("ticket.undo"),
      onAction: back,
    });
  };
  if (open === "edit") return <EditLabel label={label} onClose={() => setOpen(null)} />;
  const { name } = label;
  const choices = props.others
    .filter(({ id }) => id !== label.id)
    .map((one) => ({ id: one.id, name: one.name, look: <LabelDot color={one.color} /> }));
  const many = label.tickets > MOST_COUNTED;
  return (
    <li className={styles.row} data-testid="label-row">
      <span className={styles.name}>
        <LabelTag name={name} color={label.color} />
      </span>
      <span className={styles.count}>
        {many
          ? t("state.settings.manyTickets", { count: MOST_COUNTED })
          : t("state.settings.tickets", { count: label.tickets })}
      </span>
      {manages ? (
        <div className={styles.verbs}>
          <Button onClick={() => setOpen("edit")} accessibilityLabel={t("state.settings.editOf", { name })}>
            {t("state.settings.edit")}
          </Button>
          {choices.length ? (
            <Picker
              open={open === "merge"}
              onClose={() => setOpen(null)}
              label={t("state.settings.mergeInto")}
              chosen={[]}
              choices={choices}
              onPick={(id) => setInto(props.others.find((one) => one.id === id) ?? null)}
              activator={
                <Button
                  disclosure
                  onClick={() => setOpen(open ? null : "merge")}
                  accessibilityLabel={t("state.settings.mergeOf", { name })}
                >
                  {t("state.settings.merge")}
                </Button>
              }
            />
          ) : null}
          <Button
            tone="critical"
            onClick={() => void remove()}
            accessibilityLabel={t("state.settings.deleteOf", { name })}
          >
            {t("state.settings.delete")}
          </Button>
        </div>
      ) : null}
      <LabelRefusal failure={verb.failure} />
      {into ? <MergeLabels from={label} into={into} onClose={() => setInto(null)} /> : null}
    </li>
  );
}
