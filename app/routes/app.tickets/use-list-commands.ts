// Moving through the list by keys. The focus is the place: Enter opens what has it, as any link.
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands/registry.ts";

const rowsOf = (pane: HTMLElement): HTMLElement[] => [
  ...pane.querySelectorAll<HTMLElement>("[data-testid=ticket-row]"),
];

/** `showMore`: what comes after the last row; null when nothing does. */
export function useListCommands(pane: RefObject<HTMLElement>, showMore: (() => void) | null): void {
  const { t } = useTranslation();
  const move = (by: 1 | -1) => {
    const rows = pane.current?.clientHeight ? rowsOf(pane.current) : [];
    const focused = rows.findIndex((row) => row === document.activeElement);
    const open = rows.findIndex((row) => row.hasAttribute("aria-current"));
    const from = focused >= 0 ? focused : open;
    const next = rows[from < 0 ? 0 : from + by];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    if (!next && by > 0) showMore?.();
  };
  const open = () => {
    const row = document.activeElement;
    if (row instanceof HTMLElement && pane.current?.contains(row)) row.click();
  };
  useCommands([
    { id: "list.down", label: t("lists.commands.down"), section: "list", keys: "j", run: () => move(1) },
    { id: "list.up", label: t("lists.commands.up"), section: "list", keys: "k", run: () => move(-1) },
    { id: "list.open", label: t("lists.commands.open"), section: "list", keys: "o", run: open },
  ]);
}
