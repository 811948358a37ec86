// How the app calls for attention. Each switch takes effect at once: there is nothing to lose.
import { BlockStack, Button, Card, Checkbox, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Alerts } from "../../notifications/alerts.ts";
import { alertWindow, openAlertWindow } from "../../ui/attention/alert-window.ts";
import { useLive } from "../../ui/live/live.tsx";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { useStore } from "../../ui/store.ts";

export function AlertsCard({ alerts }: { alerts: Alerts }) {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const [chosen, setChosen] = useState(alerts);
  const verb = useVerb();
  const opened = useStore(alertWindow, null);
  const change = async (next: Alerts) => {
    const before = chosen;
    setChosen(next);
    const fields = Object.fromEntries(Object.entries(next).map(([name, on]) => [name, on ? "on" : ""]));
    if (await verb.ask("POST", "/app/settings/own/alerts", fields)) refresh();
    else setChosen(before);
  };
  const box = (name: keyof Alerts, helpText?: string) => (
    <Checkbox
      label={t(`bell.${name}`)}
      helpText={helpText}
      checked={chosen[name]}
      onChange={(on) => void change({ ...chosen, [name]: on })}
    />
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("bell.alerts")}
        </Text>
        {box("badge", t("bell.badgeHelp"))}
        {box("sound")}
        {box("browser", t("bell.browserHelp"))}
        {chosen.browser ? (
          <div role="status">
            {opened ? (
              <Text as="p" tone={opened.permission === "granted" ? "success" : "caution"}>
                {t(opened.permission === "denied" ? "bell.windowDenied" : "bell.browserOpened")}
              </Text>
            ) : (
              <Button onClick={openAlertWindow}>{t("bell.browserOpen")}</Button>
            )}
          </div>
        ) : null}
        <Refusal failure={verb.failure} />
      </BlockStack>
    </Card>
  );
}
