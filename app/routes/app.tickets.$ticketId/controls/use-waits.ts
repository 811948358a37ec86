import { useAppBridge } from "@shopify/app-bridge-react";
import { useTranslation } from "react-i18next";
import { endOf, milestoneOf, MILESTONES } from "../../../orders/milestone.ts";
import type { Choice } from "../../../ui/picker.tsx";
import { useVerbs } from "./verbs.tsx";

export interface Waits {
  /** what may be waited for, when Shopify has said which order it is about; what has happened says so */
  choices: Choice[];
  /** "Until #2188 is delivered", when it waits for that */
  said: string | null;
  /** waits for what was picked, or says that it has happened; false when it was something else */
  pick: (id: string) => boolean;
}

/** Snoozing until something happens to the ticket's order. */
export function useWaits(): Waits {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { now, shopOrder, waitFor } = useVerbs();
  const order = shopOrder?.name ?? t("state.wait.order");
  const ends = (milestone: (typeof MILESTONES)[number]) => shopOrder && endOf(milestone, shopOrder);
  const sayEnd = (milestone: (typeof MILESTONES)[number]) =>
    ends(milestone) === "cancelled"
      ? t("state.wait.never", { order })
      : t(`state.wait.already.${milestone}`, { order });
  return {
    said:
      now.status === "snoozed" && now.snoozedFor ? t(`state.wait.menu.${now.snoozedFor}`, { order }) : null,
    choices: (shopOrder ? MILESTONES : []).map((milestone) => ({
      id: milestone,
      name: ends(milestone) ? sayEnd(milestone) : t(`state.wait.menu.${milestone}`, { order }),
    })),
    pick: (id) => {
      const milestone = milestoneOf(id);
      if (!milestone || !shopOrder) return false;
      if (ends(milestone)) shopify.toast.show(sayEnd(milestone));
      else waitFor(milestone, order);
      return true;
    },
  };
}
