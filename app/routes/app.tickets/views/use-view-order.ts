// The order of an agent's own views: shown as they wish it at once, and kept on the server.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { putBefore, type SavedView } from "../../../tickets/saved-view.ts";
import { useFailureText } from "../../../ui/failure.tsx";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb } from "../../../ui/verb.ts";

export interface ViewOrder {
  /** one's own in the order wished, then the others */
  views: SavedView[];
  /** puts one of one's own before another; null: last */
  place: (id: string, before: string | null) => void;
  /** one place further up or down */
  move: (id: string, to: "up" | "down") => void;
  /** what was done last, for whoever does not see it */
  said: string;
}

export function useViewOrder(saved: SavedView[], complain: (text: string) => void): ViewOrder {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const words = useFailureText();
  const [wished, setWished] = useState<string[] | null>(null);
  const [said, setSaid] = useState("");
  const own = saved.filter((view) => view.own);
  const known = own.map(({ id }) => id).join();
  // The server has said something new: that is what holds.
  useEffect(() => setWished(null), [known]);
  const rank = new Map((wished ?? own.map(({ id }) => id)).map((id, place) => [id, place]));
  const placeOf = ({ id }: SavedView) => rank.get(id) ?? own.length;
  const ordered = own.toSorted((a, b) => placeOf(a) - placeOf(b));
  const ids = ordered.map(({ id }) => id);
  const place = (id: string, before: string | null) => {
    const next = putBefore(ids, id, before);
    if (next.join() === ids.join()) return;
    setWished(next);
    const name = ordered.find((view) => view.id === id)?.name ?? "";
    setSaid(t("lists.views.placed", { name, place: next.indexOf(id) + 1, of: next.length }));
    void callVerb("POST", `/app/views/${id}/place`, { before: before ?? "" }).then((result) => {
      if (!result.ok) {
        setWished(null);
        complain(words(result.error));
      }
      refresh();
    });
  };
  return {
    views: [...ordered, ...saved.filter((view) => !view.own)],
    place,
    move: (id, to) => {
      const at = ids.indexOf(id);
      const before = to === "up" ? ids[at - 1] : (ids[at + 2] ?? null);
      if (before !== undefined) place(id, before);
    },
    said,
  };
}
