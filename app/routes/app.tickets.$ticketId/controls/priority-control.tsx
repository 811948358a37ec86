import { useTranslation } from "react-i18next";
import { PRIORITIES } from "../../../tickets/ticket.ts";
import { Picker } from "../../../ui/picker.tsx";
import { PRIORITY_ICONS, PriorityIcon } from "../../../ui/priority-icon.tsx";
import { ControlButton } from "./control-button.tsx";
import type { ControlProps } from "./use-opened.ts";
import { useVerbs } from "./verbs.tsx";

/** What comes first: a sign and a word, not a colour alone. */
export function PriorityControl({ open, onOpen, onClose, compact = false }: ControlProps) {
  const { t } = useTranslation();
  const { now, setPriority } = useVerbs();
  const value = t(`state.priority.${now.priority}`);
  return (
    <Picker
      open={open}
      onClose={onClose}
      label={t("state.priorityLabel")}
      chosen={[now.priority]}
      choices={PRIORITIES.toReversed().map((id) => ({
        id,
        name: t(`state.priority.${id}`),
        look: <PriorityIcon priority={id} />,
      }))}
      onPick={(id) => setPriority(PRIORITIES.find((one) => one === id) ?? "normal")}
      activator={
        <span data-testid="priority" data-priority={now.priority}>
          <ControlButton
            icon={PRIORITY_ICONS[now.priority]}
            value={compact && now.priority === "normal" ? null : value}
            label={t("state.priorityIs", { value })}
            open={open}
            compact={compact}
            onClick={onOpen}
            {...(now.priority === "urgent" ? { tone: "critical" as const } : {})}
          />
        </span>
      }
    />
  );
}
