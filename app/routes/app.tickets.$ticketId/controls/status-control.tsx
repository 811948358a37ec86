import { Icon } from "@shopify/polaris";
import {
  CalendarTimeIcon,
  CheckCircleIcon,
  ClockIcon,
  OrderIcon,
  StatusActiveIcon,
} from "@shopify/polaris-icons";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { snoozesAt } from "../../../tickets/snooze.ts";
import { useClock } from "../../../ui/clock.tsx";
import { formatComing } from "../../../ui/dates.ts";
import { PickTime } from "../../../ui/pick-time.tsx";
import { Picker } from "../../../ui/picker.tsx";
import { ControlButton } from "./control-button.tsx";
import type { ControlProps } from "./use-opened.ts";
import type { Standing } from "./put-status.ts";
import { useVerbs } from "./verbs.tsx";
import { useWaits } from "./use-waits.ts";

const ICONS = { open: StatusActiveIcon, snoozed: ClockIcon, closed: CheckCircleIcon } as const;

/** Open, put aside until some time, or closed. */
export function StatusControl({ open, onOpen, onClose, compact = false }: ControlProps) {
  const { t } = useTranslation();
  const { now: time, reader } = useClock();
  const { now, ...verbs } = useVerbs();
  const [picking, setPicking] = useState(false);
  const coming = (at: Date) => formatComing(at, time, reader);
  const snoozes = open ? snoozesAt(time, reader.timeZone) : [];
  const waits = useWaits();
  const value = waits.said ?? sayStatus(t, now, coming);

  const pick = (id: string) => {
    if (id === "pick") return setPicking(true);
    if (id === now.status) return;
    if (id === "open") return now.status === "snoozed" ? verbs.wake() : verbs.reopen();
    if (id === "closed") return verbs.close();
    if (waits.pick(id)) return;
    const until = snoozes.find((one) => one.id === id)?.until;
    if (until) verbs.snooze(until);
  };
  return (
    <>
      <Picker
        open={open}
        onClose={onClose}
        label={t("state.status.label")}
        chosen={now.status === "snoozed" ? [] : [now.status]}
        choices={[
          {
            id: "open",
            name: t(now.status === "snoozed" ? "state.status.wake" : "status.open"),
            look: <Icon source={StatusActiveIcon} />,
          },
          ...snoozes.map(({ id, until }) => ({
            id,
            name: t(`state.snooze.${id}`),
            hint: coming(until),
            look: <Icon source={ClockIcon} />,
          })),
          ...waits.choices.map((choice) => ({ ...choice, look: <Icon source={OrderIcon} /> })),
          { id: "pick", name: t("state.snooze.pick"), look: <Icon source={CalendarTimeIcon} /> },
          { id: "closed", name: t("status.closed"), look: <Icon source={CheckCircleIcon} /> },
        ]}
        onPick={pick}
        activator={
          <span data-status={now.status} data-testid="status">
            <ControlButton
              icon={ICONS[now.status]}
              value={value}
              label={t("state.status.is", { value })}
              open={open}
              compact={compact}
              onClick={onOpen}
            />
          </span>
        }
      />
      {picking ? <PickTime onPick={verbs.snooze} onClose={() => setPicking(false)} /> : null}
    </>
  );
}

const sayStatus = (t: TFunction, { status, snoozedUntil }: Standing, coming: (at: Date) => string): string =>
  status === "snoozed" && snoozedUntil
    ? t("state.status.until", { until: coming(new Date(snoozedUntil)) })
    : t(`status.${status}`);
