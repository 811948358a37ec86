// Whether Shopify has taken over what is set here for the storefront; only said while it has not.
import { Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Publication } from "../../settings/publish-storefront.server.ts";
import { useLive } from "../live/live.tsx";
import { Refusal } from "./refusal.tsx";
import { useVerb } from "./use-verb.ts";

const LOOK_EVERY = 2_000;

export function PublicationState(props: { storeId: string; publication: Publication; changes: boolean }) {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const verb = useVerb();
  const { current, problem } = props.publication;
  const waits = !current && !problem;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => refresh(), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [waits, refresh]);
  if (current) return null;
  const again = () => void verb.ask("POST", `/app/settings/stores/${props.storeId}/publication`);
  return (
    <div role="status" data-testid="publication" data-problem={problem ?? ""}>
      <InlineStack gap="300" blockAlign="center" align="space-between">
        <Text as="p" tone={problem ? "critical" : "subdued"}>
          {t(problem ? `publication.${problem}` : "publication.waits")}
        </Text>
        {problem && props.changes ? (
          <Button onClick={again} loading={verb.busy}>
            {t("publication.again")}
          </Button>
        ) : null}
      </InlineStack>
      <Refusal failure={verb.failure} />
    </div>
  );
}
