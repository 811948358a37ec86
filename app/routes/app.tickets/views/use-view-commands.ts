import { useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../../ui/commands/registry.ts";
import { wholeView } from "../../../tickets/filter.ts";
import { listPath, writeList } from "../../../tickets/list-query.ts";
import { VIEWS } from "../../../tickets/view.ts";
import { STANDING } from "./standing.ts";

/** Going to each standing view by keys or from the command menu. */
export function useViewCommands(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useCommands(
    VIEWS.map((view) => {
      const { keys } = STANDING[view];
      return {
        id: `go.${view}`,
        label: t("lists.commands.goTo", { view: t(`views.${view}`) }),
        section: "go",
        ...(keys ? { keys } : {}),
        run: () => navigate(listPath(writeList(wholeView(view)))),
      };
    }),
  );
}
