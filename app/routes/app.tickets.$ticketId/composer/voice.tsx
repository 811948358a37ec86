import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DraftMode } from "../../../tickets/drafts/draft.ts";
import type { Taken } from "./taken-back.ts";
import styles from "./composer.module.css";

/** Says that a reply waits and can be taken back, and that one has come back; shows where it stands above another. */
export function Voice(props: { taken: Taken; sent: number; mode: DraftMode; inChat: boolean }) {
  const { t } = useTranslation();
  const { taken, sent, mode, inChat } = props;
  const [said, setSaid] = useState<
    "hold.voice" | "hold.back" | "hold.backAbove" | "compose.noteAdded" | "chat.compose.sent" | null
  >(null);
  // Only what happens while this is shown.
  const [known] = useState(taken);
  useEffect(() => {
    if (!sent) return;
    setSaid(mode === "note" ? "compose.noteAdded" : inChat ? "chat.compose.sent" : "hold.voice");
    // What was sent is said once, however it would be sent now.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
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
