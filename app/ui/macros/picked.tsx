import { Button } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Macro } from "../../tickets/macros/macro.ts";
import type { Facts } from "../../tickets/variables.ts";
import { ActionChips } from "./action-chips.tsx";
import { FilledText } from "./filled-text.tsx";
import styles from "./picker.module.css";

/** The macro that would be taken now, as this customer would read it, and what else it does. */
export function PickedMacro(props: { macro: Macro; facts: Facts; onTake: () => void }) {
  const { t } = useTranslation();
  const { macro, facts } = props;
  return (
    <section className={styles.picked} aria-label={t("macros.preview")} data-testid="macro-preview">
      <FilledText html={macro.html} facts={facts} />
      <ActionChips actions={macro.actions} />
      <div className={styles.take}>
        <Button variant="primary" fullWidth onClick={props.onTake}>
          {t("macros.take")}
        </Button>
      </div>
    </section>
  );
}
