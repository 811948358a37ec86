import { Icon } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST_SEARCH } from "../../tickets/filter.ts";
import { useCommands } from "../../ui/commands/registry.ts";
import { useFilter } from "./use-filter.ts";
import styles from "./head.module.css";

/** Looks for words in the view that is shown; emptied, the whole view is back. */
export function SearchField() {
  const { t } = useTranslation();
  const { filter, change } = useFilter();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(filter.search);
  useEffect(() => setWords(filter.search), [filter.search]);
  useCommands([
    {
      id: "list.search",
      label: t("lists.commands.search"),
      section: "list",
      keys: "/",
      run: () => {
        field.current?.focus();
        field.current?.select();
      },
    },
  ]);
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        change({ search: words.trim() });
      }}
    >
      <span className={styles.searchIcon}>
        <Icon source={SearchIcon} tone="subdued" />
      </span>
      <input
        ref={field}
        id="search"
        data-testid="search"
        type="search"
        value={words}
        maxLength={LONGEST_SEARCH}
        placeholder={t("lists.search")}
        aria-label={t("lists.search")}
        autoComplete="off"
        onChange={(event) => {
          setWords(event.target.value);
          if (!event.target.value && filter.search) change({ search: "" });
        }}
      />
    </form>
  );
}
