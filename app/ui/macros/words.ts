// Variables and actions in words.
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { SNOOZES, type MacroAction } from "../../tickets/macros/macro.ts";
import { isShopifys, variableOf, type Facts } from "../../tickets/variables.ts";
import { useDirectory } from "../directory.tsx";

/** What a variable is called. */
export function useVariableName(): (name: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (name) => {
      const variable = variableOf(name);
      return variable ? t(`variables.names.${variable}`) : `{{${name}}}`;
    },
    [t],
  );
}

/** What a variable is called and why it is not filled in. */
export function useWhy(facts: Facts): (name: string) => string {
  const { t } = useTranslation();
  const nameOf = useVariableName();
  return useCallback(
    (name) => {
      const variable = variableOf(name);
      if (!variable) return t("variables.missing.stranger");
      const fact = facts[variable];
      const reason =
        typeof fact === "object"
          ? t(`variables.missing.${fact.missing}`)
          : fact === undefined && isShopifys(variable)
            ? t("variables.missing.waiting")
            : "";
      return reason ? `${nameOf(name)}: ${reason}` : nameOf(name);
    },
    [facts, nameOf, t],
  );
}

/** An action as a chip says it; null when what it names is gone. */
export function useActionWords(): (action: MacroAction) => string | null {
  const { t } = useTranslation();
  const { labels, agents, departments } = useDirectory();
  const named = (list: { id: string; name: string }[], id: string) => list.find((one) => one.id === id)?.name;
  return (action) => {
    switch (action.do) {
      case "add-label":
      case "remove-label": {
        const name = named(labels, action.labelId);
        return name ? t(`macros.does.${action.do}`, { name }) : null;
      }
      case "assign": {
        if (action.agentId === null) return t("macros.does.unassign");
        if (action.agentId === "me") return t("macros.does.assign-me");
        const name = named(agents, action.agentId);
        return name ? t("macros.does.assign", { name }) : null;
      }
      case "department": {
        if (!action.departmentId) return t("macros.does.no-department");
        const name = named(departments, action.departmentId);
        return name ? t("macros.does.department", { name }) : null;
      }
      case "priority":
        return t("macros.does.priority", { priority: t(`macros.priorities.${action.priority}`) });
      case "snooze": {
        const length = SNOOZES.find((hours) => hours === action.hours);
        return t("macros.does.snooze", {
          length: length ? t(`macros.lengths.${length}`) : t("macros.hours", { count: action.hours }),
        });
      }
      case "close":
        return t("macros.does.close");
    }
  };
}
