import { Link } from "@remix-run/react";
import { Badge } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Macro } from "../../tickets/macros/macro.ts";
import { ActionChips } from "../../ui/macros/action-chips.tsx";
import { textOfHtml } from "../../ui/editor/text.ts";
import { Ago } from "../../ui/moment.tsx";
import styles from "./macros.module.css";

/** One macro of the list. */
export function MacroRow({ macro }: { macro: Macro }) {
  const { t } = useTranslation();
  return (
    <li className={styles.row} data-testid="macro-row">
      <div className={styles.head}>
        <Link to={`/app/settings/macros/${macro.id}`} className={styles.name} title={macro.name}>
          {macro.name}
        </Link>
        {macro.locale ? <Badge>{t(`macros.languages.${macro.locale}`)}</Badge> : null}
        {macro.own ? <Badge tone="info">{t("macros.own")}</Badge> : null}
      </div>
      {macro.html ? (
        <p className={styles.text}>{textOfHtml(macro.html).replace(/\s+/g, " ").slice(0, 200)}</p>
      ) : null}
      <ActionChips actions={macro.actions} />
      <p className={styles.used}>
        {macro.usedAt ? (
          <>
            {t("macros.settings.used", { count: macro.usedCount })} · <Ago at={macro.usedAt} />
          </>
        ) : (
          t("macros.settings.neverUsed")
        )}
      </p>
    </li>
  );
}
