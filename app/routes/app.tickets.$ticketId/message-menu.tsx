import { ActionList, Button } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Popover } from "../../ui/popover.tsx";
import styles from "./body.module.css";

/** The other ways to read a message. A way that is null is none for this one. */
export function MessageMenu(props: {
  asSent: boolean | null;
  onAsSent: (asSent: boolean) => void;
  whole: boolean | null;
  onWhole: (whole: boolean) => void;
  /** passes it on; null for what never leaves the team */
  onForward: (() => void) | null;
  onSplit: () => void;
  /** null for what cannot be deleted, or not by this agent */
  onDelete: (() => void) | null;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const ways = [
    props.asSent === null
      ? []
      : {
          content: props.asSent ? t("reading.asText") : t("reading.asSent"),
          onAction: () => props.onAsSent(!props.asSent),
        },
    props.whole === null
      ? []
      : {
          content: props.whole ? t("reading.fold") : t("reading.whole"),
          onAction: () => props.onWhole(!props.whole),
        },
    props.onForward ? { content: t("compose.forwardDo"), onAction: props.onForward } : [],
    { content: t("merge.split"), onAction: props.onSplit },
    props.onDelete ? { content: t("notes.delete"), destructive: true, onAction: props.onDelete } : [],
  ].flat();
  return (
    <div className={styles.menu}>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <Button
            size="micro"
            variant="tertiary"
            icon={MenuHorizontalIcon}
            accessibilityLabel={t("reading.menu")}
            ariaExpanded={open}
            onClick={() => setOpen(!open)}
          />
        }
      >
        <ActionList actionRole="menuitem" items={ways} onActionAnyItem={() => setOpen(false)} />
      </Popover>
    </div>
  );
}
