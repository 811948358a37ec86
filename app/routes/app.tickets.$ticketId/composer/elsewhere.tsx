// The same draft was written on in two places. Both are kept until the agent has chosen, and the other one after that.
import { Banner, Button } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { DraftMode } from "../../../tickets/drafts/draft.ts";
import { textOfHtml } from "../../../ui/editor/text.ts";
import { TimeOfDay } from "../../../ui/moment.tsx";
import { useStore } from "../../../ui/store.ts";
import { syncOf, type SyncState } from "./sync.ts";
import styles from "./composer.module.css";

const QUIET: SyncState = { state: "quiet", elsewhere: null, aside: null };
const LONGEST = 400;

export function Elsewhere({ ticketId, mode }: { ticketId: string; mode: DraftMode }) {
  const { t } = useTranslation();
  const sync = syncOf(ticketId, mode);
  const { elsewhere, aside } = useStore(sync.store, QUIET);
  if (elsewhere)
    return (
      <div role="alert" data-testid="written-elsewhere">
        <Banner tone="warning" title={t("compose.elsewhere.title")}>
          <p className={styles.other}>{shortOf(elsewhere.html) || t("compose.elsewhere.noText")}</p>
          <p className={styles.hint}>
            <TimeOfDay at={elsewhere.updatedAt} />
          </p>
          <div className={styles.choices}>
            <Button onClick={sync.keepMine}>{t("compose.elsewhere.keepMine")}</Button>
            <Button onClick={sync.takeOther}>{t("compose.elsewhere.takeOther")}</Button>
          </div>
        </Banner>
      </div>
    );
  if (!aside) return null;
  return (
    <p className={styles.aside} data-testid="put-aside">
      <span className={styles.asideText}>
        {t("compose.elsewhere.aside", { text: shortOf(aside.html) || t("compose.elsewhere.noText") })}
      </span>
      <Button variant="plain" size="micro" onClick={sync.swap}>
        {t("compose.elsewhere.swap")}
      </Button>
    </p>
  );
}

function shortOf(html: string): string {
  const text = textOfHtml(html);
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
}
