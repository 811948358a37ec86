// The views where there is no room for a pane of their own: folded into a menu above the list.
import { Button, Popover } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { View } from "../../../tickets/view.ts";
import { STANDING } from "./standing.ts";
import { ViewGroups } from "./view-groups.tsx";
import styles from "./views.module.css";

export function ViewsMenu({ query, view }: { query: string; view: View }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [query]);
  return (
    <div className={styles.menu}>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        autofocusTarget="first-node"
        preferredAlignment="left"
        activator={
          <Button
            icon={STANDING[view].icon}
            disclosure
            ariaExpanded={open}
            onClick={() => setOpen(!open)}
            id="views-menu"
          >
            {t(`views.${view}`)}
          </Button>
        }
      >
        <div className={styles.inMenu}>
          <ViewGroups query={query} />
        </div>
      </Popover>
    </div>
  );
}
