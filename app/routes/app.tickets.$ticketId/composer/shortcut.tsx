import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./composer.module.css";

/** Which keys send, once it is known what keyboard this is. */
export function Shortcut() {
  const { t } = useTranslation();
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => setKey(/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl"), []);
  return <span className={styles.shortcut}>{key ? t("reply.shortcut", { key }) : null}</span>;
}
