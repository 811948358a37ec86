// One address: the way to connect it while it waits for its test mail, its settings once it is connected.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { AddressBadge } from "../../ui/settings/address-badge.tsx";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { findSupportAddress, listDepartments } from "../../workspace/address-list.server.ts";
import { Connection } from "./connection.tsx";
import { ForwardingStep } from "./forwarding-step.tsx";
import { Options } from "./options.tsx";
import { TestStep } from "./test-step.tsx";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [owners, address, departments] = await Promise.all([
    whomToAsk(workspace, agent.role),
    findSupportAddress(workspace, params.addressId ?? ""),
    listDepartments(workspace),
  ]);
  return json({ owners, address, departments });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-address", request, () => serverLoader<typeof loader>());

export default function Address() {
  const { t } = useTranslation();
  const { owners, address, departments } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const changes = owners === null;
  const connected = address.state === "connected" || address.state === "quiet";
  return (
    <Page
      title={address.address}
      titleMetadata={<AddressBadge state={address.state} />}
      subtitle={address.storeName}
      backAction={{ content: t("settings.nav.email"), onAction: () => navigate("/app/settings/email") }}
      narrowWidth
    >
      <BlockStack gap="400">
        {owners ? <ReadOnly owners={owners} /> : null}
        {address.state === "retired" ? <Text as="p">{t("settings.addresses.retiredText")}</Text> : null}
        {connected ? (
          <>
            <TestStep key={address.id} address={address} changes={changes} />
            <Options address={address} departments={departments} changes={changes} />
            <ForwardingStep address={address} />
          </>
        ) : address.state === "retired" ? null : (
          <>
            <ForwardingStep address={address} />
            <TestStep key={address.id} address={address} changes={changes} />
          </>
        )}
        {changes ? <Connection address={address} /> : null}
      </BlockStack>
    </Page>
  );
}
