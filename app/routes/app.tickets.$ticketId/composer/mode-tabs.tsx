import { Icon } from "@shopify/polaris";
import { LockIcon } from "@shopify/polaris-icons";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { DRAFT_MODES, type DraftMode } from "../../../tickets/drafts/draft.ts";
import { useStore } from "../../../ui/store.ts";
import { EMPTY, isStarted } from "./draft.ts";
import { draftOf } from "./kept-drafts.ts";
import { modeOf, startWriting } from "./mode.ts";
import styles from "./composer.module.css";

/** What is being written, and what else has been begun. One stop for Tab; the arrow keys choose. */
export function ModeTabs({ ticketId, mode, panel }: { ticketId: string; mode: DraftMode; panel: string }) {
  const { t } = useTranslation();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next =
      DRAFT_MODES[
        (DRAFT_MODES.findIndex((one) => one === mode) + step + DRAFT_MODES.length) % DRAFT_MODES.length
      ];
    if (!next) return;
    modeOf(ticketId).change((now) => ({ ...now, mode: next }));
    document.getElementById(`${panel}-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={t("compose.modes")} className={styles.tabs} onKeyDown={move}>
      {DRAFT_MODES.map((one) => (
        <button
          key={one}
          id={`${panel}-${one}`}
          type="button"
          role="tab"
          aria-selected={one === mode}
          aria-controls={panel}
          tabIndex={one === mode ? 0 : -1}
          className={styles.tab}
          data-mode={one}
          onClick={() => startWriting(ticketId, one)}
        >
          {one === "note" ? (
            <span className={styles.lock}>
              <Icon source={LockIcon} />
            </span>
          ) : null}
          {t(`compose.${one}`)}
          <Begun ticketId={ticketId} mode={one} shown={one !== mode} />
        </button>
      ))}
    </div>
  );
}

/** Something waits in another mode. */
function Begun({ ticketId, mode, shown }: { ticketId: string; mode: DraftMode; shown: boolean }) {
  const { t } = useTranslation();
  const draft = useStore(draftOf(ticketId, mode), EMPTY);
  return shown && isStarted(draft) ? <span className={styles.begun}>{t("compose.draft")}</span> : null;
}
