// Everything a merchant sets of office hours, saved by one press.
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isSound, stillToCome } from "../../automation/draft-hours.ts";
import { hoursOf } from "../../automation/hours.ts";
import type { HoursPage } from "../../automation/hours-page.server.ts";
import { writeLocal } from "../../lib/wall-clock.ts";
import type { SettingValue } from "../../settings/settings.ts";
import { useClock } from "../../ui/clock.tsx";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { UnsavedBar, useDraft } from "../../ui/settings/save-bar.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { Messages } from "./messages.tsx";
import { Now } from "./now.tsx";
import { SpecialDays } from "./special-days.tsx";
import { WeekCard } from "./week.tsx";

export type HoursDraft = SettingValue<"hours"> & { messages: SettingValue<"chatMessages"> };

export interface PartProps {
  draft: HoursDraft;
  set: (change: Partial<HoursDraft>) => void;
  changes: boolean;
}

export function HoursForm({ view, changes }: { view: HoursPage; changes: boolean }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { now } = useClock();
  const { hours, messages, store, zones } = view;
  const draft = useDraft<HoursDraft>({ ...hours, messages });
  const verb = useVerb();
  const [held, setHeld] = useState(false);
  const { timeZone, week, days, messages: said } = draft.value;
  const sound = isSound(draft.value);
  // Half-typed times are no moments: until they are whole, what was kept is what holds.
  const effective = hoursOf(sound ? draft.value : hours, store);
  const today = writeLocal(now, effective.timeZone).slice(0, 10);
  const save = async () => {
    setHeld(!sound);
    if (!sound) return;
    const wish = { timeZone, week, days: stillToCome(days, today) };
    const fields = { hours: JSON.stringify(wish), messages: JSON.stringify(said) };
    if (!(await verb.ask("POST", `/app/settings/hours/${store.id}/changes`, fields))) return;
    draft.saved();
    shopify.toast.show(t("settings.saved"));
  };
  const part = { draft: draft.value, set: draft.set, changes };
  return (
    <BlockStack gap="400">
      <UnsavedBar
        id="office-hours"
        open={changes && draft.dirty}
        busy={verb.busy}
        onSave={() => void save()}
        onDiscard={() => {
          setHeld(false);
          draft.reset();
        }}
      />
      {(held && !sound) || verb.failure?.error === "invalid" ? (
        <Banner tone="critical">
          <p role="alert">{t("hoursSettings.notKept")}</p>
        </Banner>
      ) : null}
      <Refusal failure={verb.failure} />
      <Now hours={sound ? effective : null} now={now} />
      <WeekCard {...part} store={store} zones={zones} />
      {week ? <SpecialDays {...part} week={week} timeZone={effective.timeZone} today={today} /> : null}
      <Messages {...part} language={store.language} hours={effective} now={now} />
    </BlockStack>
  );
}
