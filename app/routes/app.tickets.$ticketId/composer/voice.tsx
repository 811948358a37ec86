import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Taken } from "./taken-back.ts";
import styles from "./composer.module.css";

/** Says that a reply has come back; shows it where it came back above something else. */
export function Voice({ taken }: { taken: Taken }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Taken | null>(null);
  // Only what happens while this is shown.
  const [known] = useState(taken);
  useEffect(() => {
    if (taken !== known) setSaid(taken);
  }, [taken, known]);
  return (
    <p role="status" className={styles.voice} data-shown={said?.above ?? false}>
      {said ? t(said.above ? "hold.backAbove" : "hold.back") : null}
    </p>
  );
}
