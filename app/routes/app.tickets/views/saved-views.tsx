import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readFilter } from "../../../tickets/filter.ts";
import { listPath, savedIn, writeList } from "../../../tickets/list-query.ts";
import { SavedItem } from "./saved-item.tsx";
import { useDragOrder } from "./use-drag-order.ts";
import { useSavedCounts } from "./use-saved-counts.ts";
import { useViewOrder } from "./use-view-order.ts";
import { ViewForm } from "./view-form.tsx";
import { useViews } from "./views-context.tsx";
import styles from "./views.module.css";

/** The agent's own views and the team's, and the way to another. */
export function SavedViews({ query }: { query: string }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const { saved } = useViews();
  const counts = useSavedCounts();
  const [making, setMaking] = useState(false);
  const asked = new URLSearchParams(query);
  const filter = readFilter(asked);
  const order = useViewOrder(saved, (text) => shopify.toast.show(text, { isError: true }));
  const own = order.views.filter((view) => view.own);
  const drag = useDragOrder(
    own.map(({ id }) => id),
    order.place,
  );
  return (
    <section>
      <h2 className={styles.heading}>{t("lists.views.personal")}</h2>
      <ul className={styles.group}>
        {order.views.map((view) => (
          <SavedItem
            key={view.id}
            view={view}
            current={savedIn(asked) === view.id}
            count={counts[view.id]}
            first={view === own[0]}
            last={view === own.at(-1)}
            onMove={(to) => order.move(view.id, to)}
            drag={view.own && own.length > 1 ? drag.propsFor(view.id) : undefined}
          />
        ))}
      </ul>
      <p className={styles.unseen} role="status">
        {order.said}
      </p>
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
