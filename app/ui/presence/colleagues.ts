// Who else is at a ticket, by name.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PresenceState } from "../../live/news.ts";
import { useAgent } from "../agent.tsx";
import { useDirectory } from "../directory.tsx";
import { usePresentAt } from "../live/presence.ts";

export interface NamedColleague {
  id: string;
  name: string;
  state: PresenceState;
}

/** The colleagues at a ticket, oneself left out; who types comes first. */
export function useColleagues(ticketId: string): NamedColleague[] {
  const { t } = useTranslation();
  const { agents } = useDirectory();
  const me = useAgent().id;
  const present = usePresentAt(ticketId);
  return useMemo(
    () =>
      present
        .filter(({ agentId }) => agentId !== me)
        .sort((a, b) => Number(b.state === "typing") - Number(a.state === "typing"))
        .map(({ agentId, state }) => ({
          id: agentId,
          name: agents.find(({ id }) => id === agentId)?.name ?? t("together.somebody"),
          state,
        })),
    [present, agents, me, t],
  );
}

/** "Anna Lindqvist" and "Anna" give "AL" and "A". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return [first, last]
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
}
