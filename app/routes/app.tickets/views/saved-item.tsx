// A personal view in the pane, with what can be done to it.
import { useAppBridge } from "@shopify/app-bridge-react";
import { ActionList, Button } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readFilter } from "../../../tickets/filter.ts";
import { writeList } from "../../../tickets/list-query.ts";
import type { SavedView } from "../../../tickets/saved-view.ts";
import type { useDragOrder } from "./use-drag-order.ts";
import { ViewForm } from "./view-form.tsx";
import { DRAWN } from "./view-icons.ts";
import { ViewLink } from "./view-link.tsx";
import { useViewVerbs } from "./use-view-verbs.ts";
import { Popover } from "../../../ui/popover.tsx";
import styles from "./views.module.css";

export function SavedItem(props: {
  view: SavedView;
  current: boolean;
  count: number | undefined;
  first: boolean;
  last: boolean;
  onMove: (to: "up" | "down") => void;
  /** for one's own: what dragging it needs */
  drag?: ReturnType<ReturnType<typeof useDragOrder>["propsFor"]> | undefined;
}) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { view } = props;
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const verbs = useViewVerbs((text, undo) => shopify.toast.show(text, undo));
  const own = [
    { content: t("lists.views.edit"), onAction: () => setEditing(true) },
    { content: t("lists.views.copy"), onAction: () => void verbs.copy(view) },
    { content: t("lists.views.up"), disabled: props.first, onAction: () => props.onMove("up") },
    { content: t("lists.views.down"), disabled: props.last, onAction: () => props.onMove("down") },
    { content: t("lists.views.delete"), destructive: true, onAction: () => void verbs.remove(view) },
  ];
  return (
    <li className={styles.saved} data-testid="saved-view" {...props.drag}>
      <ViewLink
        name={view.name}
        icon={DRAWN[view.icon]}
        query={writeList(readFilter(new URLSearchParams(view.query)), view.id)}
        current={props.current}
        count={props.count}
      />
      <span className={styles.verbs} data-open={open}>
        <Popover
          active={open}
          onClose={() => setOpen(false)}
          autofocusTarget="first-node"
          preferredAlignment="left"
          activator={
            <Button
              icon={MenuHorizontalIcon}
              variant="tertiary"
              size="micro"
              accessibilityLabel={t("lists.views.actions", { name: view.name })}
              ariaExpanded={open}
              onClick={() => setOpen(!open)}
            />
          }
        >
          <ActionList
            actionRole="menuitem"
            onActionAnyItem={() => setOpen(false)}
            items={view.own ? own : own.slice(1, 2)}
          />
        </Popover>
      </span>
      {editing ? <ViewForm view={view} query={view.query} onClose={() => setEditing(false)} /> : null}
    </li>
  );
}
