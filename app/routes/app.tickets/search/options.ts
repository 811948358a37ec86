// The lines below the search field: what each says and does.
import type { TFunction } from "i18next";
import type { Directory } from "../../../tickets/directory.server.ts";
import { allOperators, completionsOf, type Completion } from "../../../tickets/search/complete.ts";
import { withBeginning } from "../../../tickets/search/query.ts";
import type { Suggestions } from "../../../tickets/search/suggest.server.ts";

export interface Option {
  key: string;
  kind: "search" | "ticket" | "customer" | "operator" | "recent";
  text: string;
  detail: string;
  does:
    | { search: string; everywhere?: boolean }
    | { type: string }
    | { openTicket: string }
    | { ofCustomer: string };
}

interface Given {
  words: string;
  directory: Directory;
  suggestions: Suggestions;
  recent: string[];
  /** the view that is searched already is all there is */
  everywhere: boolean;
  t: TFunction;
}

/** Before anything is typed: what was searched for lately, and what operators there are. */
export function optionsFor({ words, directory, suggestions, recent, everywhere, t }: Given): Option[] {
  const typed = words.trim();
  const operator = (completion: Completion): Option => ({
    key: completion.token,
    kind: "operator",
    text: completion.token,
    detail: completion.open ? t(`search.operators.${completion.operator}`) : "",
    does: completion.open ? { type: completion.text } : { search: completion.text.trim() },
  });
  if (!typed) {
    const lately = recent.map((text): Option => ({
      key: `recent ${text}`,
      kind: "recent",
      text,
      detail: "",
      does: { search: text },
    }));
    return [...lately, ...allOperators().map(operator)];
  }
  const all: Option = {
    key: "everywhere",
    kind: "search",
    text: t("search.everywhere"),
    detail: typed,
    does: { search: typed, everywhere: true },
  };
  const opened = withBeginning(typed);
  const beginning: Option[] = opened
    ? [
        {
          key: "beginning",
          kind: "search",
          text: t("search.beginning"),
          detail: opened,
          does: { search: opened },
        },
      ]
    : [];
  return [
    ...completionsOf(words, directory).map(operator),
    ...suggestions.tickets.map(({ id, number, subject, customer }): Option => ({
      key: id,
      kind: "ticket",
      text: `${number} ${subject || t("list.noSubject")}`,
      detail: customer ?? "",
      does: { openTicket: id },
    })),
    ...suggestions.customers.map(({ id, name, email }): Option => ({
      key: id,
      kind: "customer",
      text: name || (email ?? ""),
      detail: name ? (email ?? "") : "",
      does: { ofCustomer: id },
    })),
    ...beginning,
    ...(everywhere ? [] : [all]),
  ];
}
