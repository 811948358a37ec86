import { useTranslation } from "react-i18next";
import { useLive } from "./live.tsx";
import styles from "./offline-bar.module.css";

/** Says calmly that what is shown may be old. Always there for screen readers, seen only when it speaks. */
export function OfflineBar() {
  const { t } = useTranslation();
  const { offline } = useLive();
  return (
    <div
      role="status"
      aria-live="polite"
      className={offline ? styles.bar : styles.silent}
      data-testid="offline"
    >
      {offline ? t("live.offline") : null}
    </div>
  );
}
