import { useTranslation } from "react-i18next";
import { keyCaps } from "./keys.ts";
import styles from "./commands.module.css";

/** A shortcut as it stands on this keyboard. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles.keys} suppressHydrationWarning>
      <span className={styles.unseen}>{t("commands.shortcut")}</span>
      {keyCaps(keys, isMac()).map((cap, index) => (
        <kbd key={index} className={styles.key}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}

const isMac = (): boolean => typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
