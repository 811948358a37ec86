import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Taken } from "./taken-back.ts";
import styles from "./composer.module.css";

/** Says that a reply waits and can be taken back, and that one has come back; shows where it stands above another. */
export function Voice({ taken, sent }: { taken: Taken; sent: number }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<"voice" | "back" | "backAbove" | null>(null);
  // Only what happens while this is shown.
  const [known] = useState(taken);
  useEffect(() => {
    if (sent) setSaid("voice");
  }, [sent]);
  useEffect(() => {
    if (taken !== known) setSaid(taken.above ? "backAbove" : "back");
  }, [taken, known]);
  return (
    <p role="status" className={styles.voice} data-shown={said === "backAbove"}>
      {said ? t(`hold.${said}`) : null}
    </p>
  );
}
