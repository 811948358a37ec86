// What else can happen with the ticket when a reply is sent. Choosing sends.
import { ActionList, Button } from "@shopify/polaris";
import {
  CalendarTimeIcon,
  CheckCircleIcon,
  ChevronDownIcon,
  ClockIcon,
  SendIcon,
} from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { snoozesAt } from "../../../tickets/snooze.ts";
import { useClock } from "../../../ui/clock.tsx";
import { formatComing } from "../../../ui/dates.ts";
import type { After } from "./after.ts";
import { afterOf, lastChoice, type Choice } from "./last-choice.ts";
import { Popover } from "../../../ui/popover.tsx";

export function SendMenu(props: {
  disabled: boolean;
  onSend: (after: After) => void;
  /** another time than those offered: for this once, the next ticket has its own */
  onPickTime: () => void;
}) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const [open, setOpen] = useState(false);
  const snoozes = open ? snoozesAt(now, reader.timeZone) : [];
  const choose = (choice: Choice) => {
    setOpen(false);
    lastChoice.change(() => choice);
    props.onSend(afterOf(choice, snoozes));
  };
  const pick = () => {
    setOpen(false);
    props.onPickTime();
  };
  return (
    <Popover
      active={open}
      preferredPosition="above"
      preferredAlignment="right"
      onClose={() => setOpen(false)}
      activator={
        <Button
          variant="primary"
          icon={ChevronDownIcon}
          disabled={props.disabled}
          accessibilityLabel={t("compose.after.choose")}
          ariaExpanded={open}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <ActionList
        actionRole="menuitem"
        sections={[
          {
            items: [
              {
                content: t("compose.do.reply"),
                icon: SendIcon,
                onAction: () => choose({ then: "" }),
              },
              {
                content: t("compose.after.close"),
                icon: CheckCircleIcon,
                onAction: () => choose({ then: "close" }),
              },
            ],
          },
          {
            title: t("compose.after.snooze"),
            items: [
              ...snoozes.map(({ id, until }) => ({
                content: t(`state.snooze.${id}`),
                helpText: formatComing(until, now, reader),
                icon: ClockIcon,
                onAction: () => choose({ then: "snooze", id }),
              })),
              { content: t("state.snooze.pick"), icon: CalendarTimeIcon, onAction: pick },
            ],
          },
        ]}
      />
    </Popover>
  );
}
