import { Tag } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { placeOf, type MacroAction } from "../../tickets/macros/macro.ts";
import { useActionWords } from "./words.ts";
import styles from "./macros.module.css";

/** What a macro also does, a chip each. Those whose label or colleague is gone do nothing and are not shown. */
export function ActionChips(props: { actions: MacroAction[]; onRemove?: (action: MacroAction) => void }) {
  const { t } = useTranslation();
  const words = useActionWords();
  const shown = props.actions.flatMap((action) => {
    const said = words(action);
    return said ? [{ action, said }] : [];
  });
  if (!shown.length) return null;
  const { onRemove } = props;
  return (
    <ul className={styles.chips} aria-label={t("macros.alsoDoes")} data-testid="macro-actions">
      {shown.map(({ action, said }) => (
        <li key={placeOf(action)} title={said}>
          <Tag {...(onRemove ? { onRemove: () => onRemove(action) } : {})}>{said}</Tag>
        </li>
      ))}
    </ul>
  );
}
