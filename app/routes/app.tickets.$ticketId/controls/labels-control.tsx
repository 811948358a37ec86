import { HashtagIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { LabelPicker } from "../../../ui/label-picker.tsx";
import { ControlButton } from "./control-button.tsx";
import type { ControlProps } from "./use-opened.ts";
import { useVerbs } from "./verbs.tsx";

/** Labels on and off; a name nobody has becomes a new one. */
export function LabelsControl({ open, onOpen, onClose, compact = false }: ControlProps) {
  const { t } = useTranslation();
  const { now, addLabel, removeLabel, createLabel } = useVerbs();
  return (
    <LabelPicker
      open={open}
      onClose={onClose}
      chosen={now.labels.map(({ id }) => id)}
      onAdd={addLabel}
      onRemove={removeLabel}
      onCreate={createLabel}
      activator={
        <span>
          <ControlButton
            icon={HashtagIcon}
            value={compact ? null : t("state.labels.label")}
            label={t("state.labels.change")}
            open={open}
            onClick={onOpen}
          />
        </span>
      }
    />
  );
}
