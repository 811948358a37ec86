import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DraftMode } from "../../../tickets/drafts/draft.ts";
import type { Taken } from "./taken-back.ts";
import styles from "./composer.module.css";

/** Says that a reply waits and can be taken back, and that one has come back; shows where it stands above another. */
export function Voice({ taken, sent, mode }: { taken: Taken; sent: number; mode: DraftMode }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<
    "hold.voice" | "hold.back" | "hold.backAbove" | "compose.noteAdded" | null
  >(null);
  // Only what happens while this is shown.
  const [known] = useState(taken);
  useEffect(() => {
    if (sent) setSaid(mode === "note" ? "compose.noteAdded" : "hold.voice");
  }, [sent, mode]);
  useEffect(() => {
    if (taken !== known) setSaid(taken.above ? "hold.backAbove" : "hold.back");
  }, [taken, known]);
  return (
    <p role="status" className={styles.voice} data-shown={said === "hold.backAbove"}>
      {said ? t(said) : null}
    </p>
  );
}
