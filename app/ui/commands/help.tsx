// "?": every shortcut that works on this page, and the switch that turns single keys off.
import { Checkbox } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { useStore } from "../store.ts";
import { Keys } from "./key-caps.tsx";
import { commands } from "./registry.ts";
import { SECTIONS } from "./sections.ts";
import { shortcutsOn } from "./switch.ts";
import styles from "./commands.module.css";

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const known = useStore(commands, []);
  const on = useStore(shortcutsOn, true);
  const withKeys = [...new Map(known.map((command) => [command.id, command])).values()].filter(
    ({ keys }) => keys,
  );
  return (
    <Dialog title={t("commands.help")} onClose={onClose}>
      <div className={styles.help} tabIndex={0} role="group" aria-label={t("commands.help")}>
        <Checkbox
          label={t("commands.switch")}
          helpText={t("commands.switchHelp")}
          checked={on}
          onChange={(next) => shortcutsOn.change(() => next)}
        />
        {SECTIONS.map((section) => {
          const own = withKeys.filter((command) => command.section === section);
          return own.length ? (
            <section key={section}>
              <h3>{t(`commands.sections.${section}`)}</h3>
              <dl>
                {own.map(({ id, label, keys = "" }) => (
                  <div key={id} className={styles.line}>
                    <dt>{label}</dt>
                    <dd>
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ) : null;
        })}
      </div>
    </Dialog>
  );
}
