// The test mail: sent, awaited, seen arriving. The page hears of it by the live stream like of everything else.
import { Banner, BlockStack, Button, Card, InlineStack, List, Spinner, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { later, MINUTE } from "../../lib/clock.ts";
import { useClock } from "../../ui/clock.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { Ago } from "../../ui/moment.tsx";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import type { GuidedAddress } from "../../workspace/address-list.server.ts";
import { useTroubleText } from "./trouble.ts";

/** Mail servers take their time; after this long something is wrong more often than slow. */
const PATIENCE = 2 * MINUTE;

const CHECKS = ["forward", "code", "spam", "rules"] as const;

export function TestStep({ address, changes }: { address: GuidedAddress; changes: boolean }) {
  const { t } = useTranslation();
  const verb = useVerb();
  const send = () => void verb.ask("POST", `/app/settings/email/addresses/${address.id}/test-mail`);
  const proven = address.state === "connected" || address.state === "quiet";
  const waits = address.testSentAt !== null && address.testArrivedAt === null;
  return (
    <Card>
      <section aria-live="polite" data-testid="test-step" data-waits={waits}>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {t("settings.guide.test")}
          </Text>
          {proven ? null : <Text as="p">{t("settings.guide.testText")}</Text>}
          {proven && !waits ? <Proven address={address} /> : null}
          {address.state === "taken" ? (
            <Banner tone="critical" title={t("settings.guide.taken")}>
              <p>{t("settings.guide.takenText", { address: address.address })}</p>
            </Banner>
          ) : null}
          {waits ? <Waiting address={address} /> : null}
          <Refusal failure={verb.failure} />
          {changes ? (
            <InlineStack>
              <Button
                {...(proven || waits ? {} : { variant: "primary" as const })}
                onClick={send}
                loading={verb.busy}
              >
                {address.testSentAt ? t("settings.guide.again") : t("settings.guide.send")}
              </Button>
            </InlineStack>
          ) : null}
        </BlockStack>
      </section>
    </Card>
  );
}

function Proven({ address }: { address: GuidedAddress }) {
  const { t } = useTranslation();
  if (address.state === "quiet")
    return (
      <Banner tone="warning" title={t("settings.guide.quiet")}>
        <p>{t("settings.guide.quietText")}</p>
      </Banner>
    );
  return (
    <Banner tone="success" title={t("settings.guide.arrived")}>
      <p data-testid="arrived">{t("settings.guide.arrivedText", { address: address.address })}</p>
    </Banner>
  );
}

function Waiting({ address }: { address: GuidedAddress }) {
  const { t } = useTranslation();
  const { now } = useClock();
  const trouble = useTroubleText();
  const sentAt = address.testSentAt ?? "";
  const late = later(new Date(sentAt), PATIENCE) < now;
  useLookAgain(late);
  if (address.testTrouble)
    return (
      <Banner tone="critical" title={t("settings.guide.notSent")}>
        <p>{trouble(address.testTrouble)}</p>
      </Banner>
    );
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center" wrap={false}>
        <Spinner size="small" accessibilityLabel={t("settings.guide.waits")} />
        <Text as="p">
          {t("settings.guide.waits")} <Ago at={sentAt} />
        </Text>
      </InlineStack>
      {late ? (
        <Banner tone="warning" title={t("settings.guide.late")}>
          <List>
            {CHECKS.map((check) => (
              <List.Item key={check}>{t(`settings.guide.checks.${check}`)}</List.Item>
            ))}
          </List>
        </Banner>
      ) : null}
    </BlockStack>
  );
}

/** That a mail could not be sent reaches no live page by itself. */
function useLookAgain(late: boolean): void {
  const { refresh } = useLive();
  useEffect(() => {
    const timer = setInterval(refresh, late ? MINUTE : MINUTE / 6);
    return () => clearInterval(timer);
  }, [late, refresh]);
}
