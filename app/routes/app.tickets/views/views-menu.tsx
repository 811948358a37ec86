// The views where there is no room for a pane of their own: folded into a menu above the list.
import { Button } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { showCount } from "../../../tickets/count.ts";
import { savedIn } from "../../../tickets/list-query.ts";
import type { View } from "../../../tickets/view.ts";
import { STANDING, UNCOUNTED } from "./standing.ts";
import { DRAWN } from "./view-icons.ts";
import { ViewGroups } from "./view-groups.tsx";
import { useCounts, useViews } from "./views-context.tsx";
import { Popover } from "../../../ui/popover.tsx";
import styles from "./views.module.css";

export function ViewsMenu({ query, view }: { query: string; view: View }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [query]);
  const { saved } = useViews();
  const counts = useCounts();
  const personal = saved.find(({ id }) => id === savedIn(new URLSearchParams(query)));
  const count = personal || UNCOUNTED.includes(view) ? null : counts.views[view];
  return (
    <div className={styles.menu}>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        autofocusTarget="first-node"
        preferredAlignment="left"
        activator={
          <Button
            icon={personal ? DRAWN[personal.icon] : STANDING[view].icon}
            disclosure
            ariaExpanded={open}
            onClick={() => setOpen(!open)}
            id="views-menu"
          >
            {[personal?.name ?? t(`views.${view}`), count ? showCount(count) : ""].join(" ").trim()}
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
