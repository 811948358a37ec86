// Every view there is, as links: the standing ones, the agents' own, and the inbox by channel and by store.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { wholeView } from "../../../tickets/filter.ts";
import { writeList } from "../../../tickets/list-query.ts";
import { VIEWS } from "../../../tickets/view.ts";
import { useBadge } from "../../../ui/agent.tsx";
import { ChannelViews, StoreViews } from "./inbox-by.tsx";
import { SavedViews } from "./saved-views.tsx";
import { STANDING, UNCOUNTED } from "./standing.ts";
import { ViewLink } from "./view-link.tsx";
import { useCounts } from "./views-context.tsx";
import styles from "./views.module.css";

/** Drawn anew when the views change, not with every ticket that is opened. */
export const ViewGroups = memo(function ViewGroups({ query }: { query: string }) {
  const { t } = useTranslation();
  const counts = useCounts();
  const unread = useBadge() ? counts.unread : 0;
  return (
    <nav className={styles.groups} aria-label={t("views.label")}>
      <ul className={styles.group}>
        {VIEWS.map((view) => {
          const own = writeList(wholeView(view));
          return (
            <li key={view}>
              <ViewLink
                name={t(`views.${view}`)}
                icon={STANDING[view].icon}
                query={own}
                current={query === own}
                count={UNCOUNTED.includes(view) ? null : counts.views[view]}
                unread={view === "inbox" ? unread : 0}
                testId={`view-${view}`}
              />
            </li>
          );
        })}
      </ul>
      <SavedViews query={query} />
      <ChannelViews query={query} />
      <StoreViews query={query} />
    </nav>
  );
});
