import { useTranslation } from "react-i18next";
import type { DraftMode } from "../../../tickets/drafts/draft.ts";
import { useStore } from "../../../ui/store.ts";
import { syncOf, type SyncState } from "./sync.ts";
import styles from "./composer.module.css";

const QUIET: SyncState = { state: "quiet", elsewhere: null, aside: null };

/** Whether what is written is safe. */
export function DraftState({ ticketId, mode }: { ticketId: string; mode: DraftMode }) {
  const { t } = useTranslation();
  const { state } = useStore(syncOf(ticketId, mode).store, QUIET);
  return (
    <p className={styles.draftState} data-testid="draft-state" data-state={state}>
      {state === "quiet"
        ? "\u00a0"
        : t(`compose.state.${state === "unsaved" && !navigator.onLine ? "offline" : state}`)}
    </p>
  );
}
