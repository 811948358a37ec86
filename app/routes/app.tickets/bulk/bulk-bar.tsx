// Below the list: what is chosen and what to do with it; then how far that has come.
import { Button } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../../ui/commands/registry.ts";
import { showCount } from "../../../tickets/count.ts";
import type { ListedTicket } from "../../../tickets/list.server.ts";
import { BulkActions } from "./bulk-actions.tsx";
import { BulkResult } from "./bulk-result.tsx";
import { isEmpty, NONE, toggleShown } from "./selection.ts";
import { useBulk } from "./use-bulk.ts";
import { useMatching } from "./use-matching.ts";
import { changeSelection, choose, useSelection } from "./use-selection.ts";
import styles from "./bulk.module.css";

export function BulkBar({ rows, query }: { rows: ListedTicket[]; query: string }) {
  const { t } = useTranslation();
  const chosen = useSelection(query);
  const bulk = useBulk();
  const shown = rows.map(({ id }) => id);
  const clear = () => changeSelection(query, () => ({ ...NONE, query }));
  const page = () => changeSelection(query, (now) => toggleShown(now, shown));
  useCommands([
    {
      id: "list.choose",
      label: t("bulk.commands.choose"),
      section: "list",
      keys: "x",
      run: () => chooseFocused(query),
    },
    { id: "list.choosePage", label: t("bulk.commands.page"), section: "list", run: page },
    { id: "list.chooseNone", label: t("bulk.commands.none"), section: "list", run: clear },
  ]);
  const every = shown.length > 0 && (chosen.all || shown.every((id) => chosen.ids.has(id)));
  const matching = useMatching(query, every && !isEmpty(chosen));
  const number = matching === null ? null : { count: matching, number: showCount(matching) };
  const which = () => (chosen.all ? { filter: query } : { tickets: [...chosen.ids].join() });
  const clearIf = (done: boolean) => (done ? clear() : undefined);
  return (
    <>
      <BulkResult bulk={bulk} />
      {isEmpty(chosen) ? null : (
        <section className={styles.bar} aria-label={t("bulk.bar")} data-testid="bulk-bar">
          <div className={styles.line}>
            <label className={styles.page}>
              <input type="checkbox" checked={every} onChange={page} aria-label={t("bulk.page")} />
              <span role="status">
                {!chosen.all
                  ? t("bulk.chosen", { count: chosen.ids.size })
                  : number
                    ? t("bulk.allNumbered", number)
                    : t("bulk.allChosen")}
              </span>
            </label>
            <span className={styles.right}>
              {every && !chosen.all ? (
                <Button
                  variant="plain"
                  onClick={() => changeSelection(query, (now) => ({ ...now, all: true }))}
                >
                  {number ? t("bulk.allMatchingNumbered", number) : t("bulk.allMatching")}
                </Button>
              ) : null}
              <Button icon={XIcon} variant="tertiary" accessibilityLabel={t("bulk.clear")} onClick={clear} />
            </span>
          </div>
          <BulkActions
            chosen={chosen}
            rows={rows}
            onDo={(action) => void bulk.start(action, which()).then(clearIf)}
            onNewLabel={(label) => void bulk.startWithLabel(label, which()).then(clearIf)}
          />
        </section>
      )}
    </>
  );
}

/** The row that has the focus, else the open one. */
function chooseFocused(query: string): void {
  const row =
    document.activeElement?.closest("li")?.querySelector<HTMLElement>("[data-ticket]") ??
    document.querySelector<HTMLElement>("[data-ticket][aria-current]");
  if (row?.dataset.ticket) choose(query, row.dataset.ticket, false);
}
