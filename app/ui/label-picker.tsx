import { Icon } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { cleanLabelName, LABEL_COLORS, type LabelColor } from "../tickets/label.ts";
import { ColorChoice } from "./color-choice.tsx";
import { useDirectory } from "./directory.tsx";
import { isCalled } from "./find-choices.ts";
import { LabelDot } from "./label.tsx";
import { Picker } from "./picker.tsx";
import styles from "./label-picker.module.css";

const NEW = "new";

/**
 * Labels to put on and take off, found by typing. With onCreate a name nobody has becomes a new label, in a colour
 * picked on the way. Used by the ticket, the list's filters and bulk actions.
 */
export function LabelPicker(props: {
  activator: ReactElement;
  open: boolean;
  onClose: () => void;
  /** Label ids */
  chosen: readonly string[];
  onAdd: (id: string) => void;
  onRemove: (id: string) => void;
  onCreate?: (name: string, color: LabelColor) => void;
}) {
  const { t } = useTranslation();
  const { labels } = useDirectory();
  const [picked, setPicked] = useState<LabelColor | null>(null);
  const { chosen, onAdd, onRemove, onCreate } = props;
  // The next in turn, so that labels made in passing differ.
  const color = picked ?? LABEL_COLORS[(labels.length + 1) % LABEL_COLORS.length] ?? "grey";

  const offerNew = (typed: string) =>
    labels.some((label) => isCalled(label, typed))
      ? null
      : {
          id: NEW,
          name: t("state.label.create", { name: cleanLabelName(typed) }),
          look: <Icon source={PlusIcon} />,
        };
  const create = (typed: string) => {
    onCreate?.(cleanLabelName(typed), color);
    setPicked(null);
  };
  return (
    <Picker
      activator={props.activator}
      open={props.open}
      onClose={props.onClose}
      label={t(onCreate ? "state.label.findOrCreate" : "state.label.find")}
      choices={labels.map((label) => ({ ...label, look: <LabelDot color={label.color} /> }))}
      chosen={chosen}
      many
      onPick={(id) => (chosen.includes(id) ? onRemove(id) : onAdd(id))}
      {...(onCreate ? { extra: offerNew, onPickExtra: create } : {})}
    >
      <div className={styles.color}>
        <ColorChoice color={color} onChange={setPicked} />
      </div>
    </Picker>
  );
}
