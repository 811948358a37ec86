import { useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../../ui/commands/registry.ts";
import { readFilter, wholeView } from "../../../tickets/filter.ts";
import { listPath, writeList } from "../../../tickets/list-query.ts";
import type { SavedView } from "../../../tickets/saved-view.ts";
import { VIEWS } from "../../../tickets/view.ts";
import { STANDING } from "./standing.ts";

/** Going to each view by keys or from the command menu. */
export function useViewCommands(saved: SavedView[]): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toSaved = saved.map(({ id, name, query }) => ({
    id: `go.${id}`,
    label: t("lists.commands.goTo", { view: name }),
    section: "go" as const,
    run: () => navigate(listPath(writeList(readFilter(new URLSearchParams(query)), id))),
  }));
  useCommands([
    ...VIEWS.map((view) => {
      const { keys } = STANDING[view];
      return {
        id: `go.${view}`,
        label: t("lists.commands.goTo", { view: t(`views.${view}`) }),
        section: "go" as const,
        ...(keys ? { keys } : {}),
        run: () => navigate(listPath(writeList(wholeView(view)))),
      };
    }),
    ...toSaved,
  ]);
}
