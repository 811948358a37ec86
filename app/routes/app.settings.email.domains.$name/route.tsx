// One domain to send from: the two records it needs, and whether they are there.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Button, InlineStack, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { Ago } from "../../ui/moment.tsx";
import { DomainBadge } from "../../ui/settings/domain-badge.tsx";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { Refusal, useRefusalOf } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import type { DomainState } from "../../workspace/sender.ts";
import { findSendingDomain } from "../../workspace/sending-domains.server.ts";
import { DnsRecord } from "./dns-record.tsx";
import { RemoveDomain } from "./remove.tsx";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [owners, domain] = await Promise.all([
    whomToAsk(workspace, agent.role),
    findSendingDomain(workspace, params.name ?? ""),
  ]);
  return json({ owners, domain });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-domain", request, () => serverLoader<typeof loader>());

export default function Domain() {
  const { t } = useTranslation();
  const { owners, domain } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const shopify = useAppBridge();
  const verb = useVerb();
  const refusal = useRefusalOf(verb.failure)("domain");
  const check = async () => {
    const path = `/app/settings/email/domains/${domain.name}/check`;
    const found = await verb.ask<{ state: DomainState }>("POST", path);
    if (found) shopify.toast.show(t(`settings.domains.checked.${found.state}`));
  };
  return (
    <Page
      title={domain.name}
      titleMetadata={<DomainBadge state={domain.state} />}
      backAction={{ content: t("settings.nav.email"), onAction: () => navigate("/app/settings/email") }}
      narrowWidth
    >
      <BlockStack gap="400">
        {owners ? <ReadOnly owners={owners} /> : null}
        <Said state={domain.state} name={domain.name} />
        <DnsRecord kind="dkim" type="TXT" record={domain.dkim} />
        <DnsRecord kind="returnPath" type="CNAME" record={domain.returnPath} />
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <InlineStack gap="300" blockAlign="center">
            {owners ? null : (
              <Button variant="primary" onClick={() => void check()} loading={verb.busy}>
                {t("settings.domains.check")}
              </Button>
            )}
            <Text as="span" tone="subdued">
              {domain.checkedAt ? (
                <>
                  {t("settings.domains.checkedAt")} <Ago at={domain.checkedAt} />
                </>
              ) : (
                t("settings.domains.never")
              )}
            </Text>
          </InlineStack>
        </Box>
        {refusal ? <Banner tone="critical">{refusal}</Banner> : <Refusal failure={verb.failure} />}
        {owners ? null : <RemoveDomain name={domain.name} />}
      </BlockStack>
    </Page>
  );
}

const TONE = { pending: "info", verified: "success", failing: "critical" } as const;

function Said({ state, name }: { state: DomainState; name: string }) {
  const { t } = useTranslation();
  return (
    <Banner tone={TONE[state]} title={t(`settings.domains.said.${state}`, { name })}>
      <p data-testid="domain-said" data-state={state}>
        {t(`settings.domains.saidText.${state}`, { name })}
      </p>
    </Banner>
  );
}
