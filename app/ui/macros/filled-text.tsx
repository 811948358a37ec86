import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { escapeHtml } from "../../mail/text.ts";
import { fillHtml } from "../../tickets/variables-in-html.ts";
import type { Facts } from "../../tickets/variables.ts";
import { useVariableName, useWhy } from "./words.ts";
import styles from "./macros.module.css";

/** A macro as it would read: what is known in its place, what is not marked by name. */
export function FilledText({ html, facts }: { html: string; facts: Facts }) {
  const { t } = useTranslation();
  const why = useWhy(facts);
  const nameOf = useVariableName();
  // The server has cleaned what a macro holds, and values go in as text.
  const filled = useMemo(
    () =>
      fillHtml(html, facts, (_, name) => {
        return `<mark title="${escapeHtml(why(name))}">${escapeHtml(nameOf(name))}</mark>`;
      }),
    [html, facts, why, nameOf],
  );
  if (!html) return <p className={styles.quiet}>{t("macros.noWords")}</p>;
  return <div className={styles.filled} dangerouslySetInnerHTML={{ __html: filled }} />;
}
