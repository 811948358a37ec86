import { useTranslation } from "react-i18next";
import { MOST_VIEWS, type SavedView } from "../../../tickets/saved-view.ts";
import { useFailureText } from "../../../ui/failure.tsx";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb, type VerbResult } from "../../../ui/verb.ts";

type Say = (text: string, undo?: { action: string; onAction: () => void }) => void;

/** What is done to a personal view from its menu; `say` tells what came of it. */
export function useViewVerbs(say: Say) {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const words = useFailureText();
  const settle = (result: VerbResult): boolean => {
    if (result.ok) refresh();
    else if (result.detail.reason === "too-many") say(t("lists.views.tooMany", { most: MOST_VIEWS }));
    else say(words(result.error));
    return result.ok;
  };
  return {
    copy: async ({ id, name }: SavedView) => {
      const fields = { name: t("lists.views.copyOf", { name }) };
      settle(await callVerb("POST", `/app/views/${id}/copy`, fields));
    },
    remove: async ({ id, name, icon, query, shared }: SavedView) => {
      if (!settle(await callVerb("DELETE", `/app/views/${id}`))) return;
      const restore = async () =>
        settle(await callVerb("POST", "/app/views", { name, icon, query, shared: String(shared) }));
      say(t("lists.views.deleted", { name }), {
        action: t("lists.views.undo"),
        onAction: () => void restore(),
      });
    },
  };
}
