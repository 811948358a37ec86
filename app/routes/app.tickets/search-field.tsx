import { useNavigate } from "@remix-run/react";
import { Icon } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST_SEARCH, wholeView } from "../../tickets/filter.ts";
import { listPath, writeList } from "../../tickets/list-query.ts";
import { useCommands } from "../../ui/commands/registry.ts";
import { useDirectory } from "../../ui/directory.tsx";
import { optionId, OptionsList } from "./search/options-list.tsx";
import { optionsFor, type Option } from "./search/options.ts";
import { keepSearch, recentSearches } from "./search/recent.ts";
import { useSuggestions } from "./search/use-suggestions.ts";
import { useFilter } from "./use-filter.ts";
import styles from "./head.module.css";

const NOTHING = -1;

/** Looks for words in the view that is shown, and offers what could be meant; emptied, the whole view is back. */
export function SearchField() {
  const { t } = useTranslation();
  const { filter, query, change } = useFilter();
  const navigate = useNavigate();
  const directory = useDirectory();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(filter.search);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(NOTHING);
  const [recent, setRecent] = useState<string[]>([]);
  const submitted = useRef(filter.search);
  useEffect(() => {
    // An answer that comes late does not take away what is being typed by then.
    const typing = document.activeElement === field.current;
    setWords((now) => (typing && now !== submitted.current ? now : filter.search));
    submitted.current = filter.search;
  }, [filter.search]);
  const suggestions = useSuggestions(words, open);
  const everywhere = filter.view === "all";
  const options = open ? optionsFor({ words, directory, suggestions, recent, everywhere, t }) : [];

  const show = () => {
    setRecent(recentSearches());
    setActive(NOTHING);
    setOpen(true);
  };
  const type = (text: string) => {
    setWords(text);
    show();
    if (!text && filter.search) change({ search: "" });
  };
  const search = (text: string, all = false) => {
    setOpen(false);
    setWords(text);
    submitted.current = text;
    keepSearch(text);
    if (all) navigate(listPath(writeList({ ...wholeView("all"), search: text })));
    else change({ search: text });
  };
  const choose = ({ does }: Option) => {
    if ("type" in does) type(does.type);
    else if ("search" in does) search(does.search, does.everywhere);
    else {
      setOpen(false);
      if ("openTicket" in does) navigate(listPath(query, does.openTicket));
      else navigate(listPath(writeList({ ...wholeView("all"), customer: does.ofCustomer })));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      if (!open) return show();
      const places = options.length + 1;
      setActive((at) => ((at + 1 + step + places) % places) - 1);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
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
    ...(filter.search && !everywhere
      ? [
          {
            id: "list.searchAll",
            label: t("search.everywhere"),
            section: "list" as const,
            run: () => search(filter.search, true),
          },
        ]
      : []),
  ]);
  const chosen = options[active];
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) choose(chosen);
        else search(words.trim());
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
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls="search-options"
        aria-autocomplete="list"
        aria-activedescendant={chosen ? optionId(active) : undefined}
        value={words}
        maxLength={LONGEST_SEARCH}
        placeholder={t("lists.search")}
        aria-label={t("lists.search")}
        autoComplete="off"
        onFocus={show}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => type(event.target.value)}
      />
      {options.length ? (
        <OptionsList id="search-options" options={options} active={active} choose={choose} />
      ) : null}
    </form>
  );
}
