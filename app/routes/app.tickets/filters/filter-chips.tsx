// What narrows the list, each removable, and the way to keep it as a view.
import { Button, Tag } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { wholeView, type TicketFilter } from "../../../tickets/filter.ts";
import { useDirectory } from "../../../ui/directory.tsx";
import { KeepAsView } from "../views/keep-as-view.tsx";
import { useViews } from "../views/views-context.tsx";
import { chipsOf, type Chip } from "./chips.ts";
import { useWords } from "./use-words.ts";
import styles from "./filters.module.css";

export function FilterChips(props: { filter: TicketFilter; change: (part: Partial<TicketFilter>) => void }) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const words = useWords();
  const { customer } = useViews();
  const { filter, change } = props;
  const chips = chipsOf(filter, directory, words, customer);
  // The pressed button goes with its chip: the focus moves to where the next filter comes from.
  const remove = (part: Partial<TicketFilter>) => {
    change(part);
    document.getElementById("add-filter")?.focus();
  };
  const say = ({ field, values }: Chip): string =>
    [t(`lists.filters.${field}`), values.join(", ")].filter(Boolean).join(": ");
  return (
    <div className={styles.bar}>
      {chips.length ? (
        <ul className={styles.chips} aria-label={t("lists.filters.listLabel")} data-testid="chips">
          {chips.map((chip) => (
            <li key={chip.field} className={styles.chip} title={say(chip)} data-chip={chip.field}>
              <Tag onRemove={() => remove(chip.without)}>{say(chip)}</Tag>
            </li>
          ))}
        </ul>
      ) : null}
      <KeepAsView>
        {chips.length ? (
          <Button variant="plain" onClick={() => remove({ ...wholeView(filter.view), sort: filter.sort })}>
            {t("lists.filters.clearAll")}
          </Button>
        ) : null}
      </KeepAsView>
    </div>
  );
}
