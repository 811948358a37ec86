import { BlockStack, Card, Text } from "@shopify/polaris";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatMoney } from "../../lib/money.ts";
import type { MacroAction } from "../../tickets/macros/macro.ts";
import { customerFacts, firstNameOf, type Facts } from "../../tickets/variables.ts";
import { useAgent } from "../../ui/agent.tsx";
import { useClock } from "../../ui/clock.tsx";
import { useDirectory } from "../../ui/directory.tsx";
import { ActionChips } from "../../ui/macros/action-chips.tsx";
import { FilledText } from "../../ui/macros/filled-text.tsx";

const SOMEBODY = { name: "Ebba Lindqvist", email: "ebba@example.com" };

/** The macro as an example customer with a parcel on its way would read it. */
export function ExamplePreview({ html, actions }: { html: string; actions: MacroAction[] }) {
  const { t } = useTranslation();
  const facts = useExample();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm">
            {t("macros.settings.preview")}
          </Text>
          <Text as="p" tone="subdued">
            {t("macros.settings.previewText", { name: SOMEBODY.name })}
          </Text>
        </BlockStack>
        <div data-testid="macro-example">
          <FilledText html={html} facts={facts} />
        </div>
        <ActionChips actions={actions} />
      </BlockStack>
    </Card>
  );
}

function useExample(): Facts {
  const { t } = useTranslation();
  const agent = useAgent();
  const { reader } = useClock();
  const store = useDirectory().stores[0]?.name ?? "";
  return useMemo(
    () => ({
      ...customerFacts(SOMEBODY),
      "order.name": "#2188",
      "order.total": formatMoney({ amount: "1298.00", currencyCode: "SEK" }, reader.locale),
      "order.status": t("macros.settings.example.status"),
      "order.link": "https://example.com/orders/2188",
      "tracking.number": "SE123456789",
      "tracking.carrier": t("macros.settings.example.carrier"),
      "tracking.link": "https://example.com/track/SE123456789",
      "agent.name": agent.name,
      "agent.first_name": firstNameOf(agent.name),
      "store.name": store,
      "store.email": "hello@example.com",
      "store.domain": "example.com",
      "ticket.number": "1042",
      "ticket.subject": t("macros.settings.example.subject"),
    }),
    [agent.name, reader.locale, store, t],
  );
}
