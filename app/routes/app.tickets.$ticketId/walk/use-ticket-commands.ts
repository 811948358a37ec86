// What can be done from anywhere on a ticket's page to get around.
import { useAppBridge } from "@shopify/app-bridge-react";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../../tickets/ticket-view.ts";
import { copyText } from "../../../ui/clipboard.ts";
import { useCommands, type Command } from "../../../ui/commands/registry.ts";
import { movesOn } from "./moves-on.ts";
import { useStore } from "../../../ui/store.ts";
import type { Walk } from "./use-walk.ts";

export function useTicketCommands(ticket: TicketView, walk: Walk, toggleDetails: () => void): void {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const goesOn = useStore(movesOn, true);
  const { go, toList } = walk;
  const copy = async (text: string, said: string) => {
    if (await copyText(text)) shopify.toast.show(said);
  };
  const step = (way: "next" | "previous", keys: string): Command[] =>
    walk[way]
      ? [
          {
            id: `ticket.${way}`,
            label: t(`conversation.${way}`),
            keys,
            section: "ticket",
            run: () => go(way),
          },
        ]
      : [];
  useCommands([
    ...step("next", "]"),
    ...step("previous", "["),
    { id: "ticket.to-list", label: t("ticket.back"), keys: "u", section: "ticket", run: toList },
    {
      id: "ticket.details",
      label: t("conversation.toggleDetails"),
      keys: ".",
      section: "ticket",
      run: toggleDetails,
    },
    {
      id: "ticket.copy-link",
      label: t("conversation.copyLink"),
      keys: "shift+c",
      section: "ticket",
      run: () => void copy(ticket.link, t("conversation.linkCopied")),
    },
    {
      id: "ticket.copy-number",
      label: t("conversation.copyNumber"),
      section: "ticket",
      run: () => void copy(ticket.number, t("conversation.numberCopied", { number: ticket.number })),
    },
    {
      id: "ticket.moves-on",
      label: t(goesOn ? "conversation.stayAfter" : "conversation.nextAfter"),
      section: "ticket",
      run: () => {
        movesOn.change((on) => !on);
        shopify.toast.show(t(goesOn ? "conversation.staysNow" : "conversation.nextNow"));
      },
    },
  ]);
}
