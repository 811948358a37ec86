import { Button } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readFilter } from "../../../tickets/filter.ts";
import { listPath, savedIn, writeList } from "../../../tickets/list-query.ts";
import { SavedItem } from "./saved-item.tsx";
import { useSavedCounts } from "./use-saved-counts.ts";
import { ViewForm } from "./view-form.tsx";
import { useViews } from "./views-context.tsx";
import styles from "./views.module.css";

/** The agent's own views and the team's, and the way to another. */
export function SavedViews({ query }: { query: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { saved } = useViews();
  const counts = useSavedCounts();
  const [making, setMaking] = useState(false);
  const asked = new URLSearchParams(query);
  const filter = readFilter(asked);
  const own = saved.filter((view) => view.own);
  return (
    <section>
      <h2 className={styles.heading}>{t("lists.views.personal")}</h2>
      <ul className={styles.group}>
        {saved.map((view) => (
          <SavedItem
            key={view.id}
            view={view}
            current={savedIn(asked) === view.id}
            count={counts[view.id]}
            first={view === own[0]}
            last={view === own.at(-1)}
          />
        ))}
      </ul>
      <div className={styles.new}>
        <Button icon={PlusIcon} variant="tertiary" onClick={() => setMaking(true)}>
          {t("lists.views.new")}
        </Button>
      </div>
      {making ? (
        <ViewForm
          query={writeList(filter)}
          onClose={() => setMaking(false)}
          onSaved={(id) => navigate(listPath(writeList(filter, id)))}
        />
      ) : null}
    </section>
  );
}
