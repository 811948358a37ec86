import { PersonIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useAgent } from "../../../ui/agent.tsx";
import { AgentPicker } from "../../../ui/agent-picker.tsx";
import { ControlButton } from "./control-button.tsx";
import type { ControlProps } from "./use-opened.ts";
import { useVerbs } from "./verbs.tsx";

/** Who answers. */
export function OwnerControl({ open, onOpen, onClose, compact = false }: ControlProps) {
  const { t } = useTranslation();
  const me = useAgent();
  const { now, assign } = useVerbs();
  const { assignee } = now;
  const value = !assignee
    ? t("ticket.unassigned")
    : assignee.id === me.id
      ? t("ticket.assignedToYou")
      : t("ticket.assignedTo", { name: assignee.name });
  return (
    <AgentPicker
      open={open}
      onClose={onClose}
      chosen={assignee?.id ?? null}
      onPick={assign}
      activator={
        <span data-testid="assignee">
          <ControlButton
            icon={PersonIcon}
            value={assignee ? assignee.name : compact ? null : value}
            label={t("state.assign.is", { value })}
            open={open}
            compact={compact}
            onClick={onOpen}
          />
        </span>
      }
    />
  );
}
