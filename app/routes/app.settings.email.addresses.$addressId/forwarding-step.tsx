// Where to forward to, how that is done at the usual providers, and what the provider asks in return.
import { BlockStack, Button, Card, Divider, InlineStack, List, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Ago } from "../../ui/moment.tsx";
import { Copyable } from "../../ui/settings/copyable.tsx";
import type { Forwarding, ShownAddress } from "../../workspace/address-list.server.ts";

const PROVIDERS = ["gmail", "outlook", "hosts", "other"] as const;
type Provider = (typeof PROVIDERS)[number];
const STEPS = ["first", "second", "third"] as const;

export function ForwardingStep({ address }: { address: ShownAddress }) {
  const { t } = useTranslation();
  const asked = stillAsked(address);
  const [provider, setProvider] = useState<Provider>(() => guess(address.address));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("settings.guide.forward")}
        </Text>
        <Text as="p">{t("settings.guide.forwardText", { address: address.address })}</Text>
        <Copyable label={t("settings.guide.forwardTo")} value={address.forwardTo} />
        <Select
          label={t("settings.guide.provider")}
          options={PROVIDERS.map((one) => ({ value: one, label: t(`settings.guide.providers.${one}`) }))}
          value={provider}
          onChange={(chosen) => setProvider(PROVIDERS.find((one) => one === chosen) ?? "other")}
        />
        <List type="number">
          {STEPS.map((step) => (
            <List.Item key={step}>{t(`settings.guide.steps.${provider}.${step}`)}</List.Item>
          ))}
        </List>
        {asked ? (
          <Asked asked={asked} />
        ) : provider === "gmail" && address.state === "waiting" ? (
          <Text as="p" tone="subdued">
            {t("settings.guide.codeComes")}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Asked({ asked }: { asked: Forwarding }) {
  const { t } = useTranslation();
  return (
    <div role="status" data-testid="forwarding-asked">
      <BlockStack gap="300">
        <Divider />
        <Text as="h3" variant="headingSm">
          {t("settings.guide.asked", { from: asked.from })}
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {asked.subject} · <Ago at={asked.at} />
        </Text>
        {asked.code ? <Copyable label={t("settings.guide.code")} value={asked.code} /> : null}
        {asked.link ? (
          <BlockStack gap="200">
            <Text as="p">{t("settings.guide.linkText")}</Text>
            <InlineStack>
              <Button url={asked.link} target="_blank" external>
                {t("settings.guide.link", { host: new URL(asked.link).host })}
              </Button>
            </InlineStack>
          </BlockStack>
        ) : null}
      </BlockStack>
    </div>
  );
}

/** Once a test mail came through, the question before it was answered. */
const stillAsked = ({ forwarding, testArrivedAt }: ShownAddress): Forwarding | null =>
  forwarding && (!testArrivedAt || testArrivedAt < forwarding.at) ? forwarding : null;

const guess = (address: string): Provider =>
  /@(gmail|googlemail)\./.test(address)
    ? "gmail"
    : /@(outlook|hotmail|live|msn)\./.test(address)
      ? "outlook"
      : "gmail";
