// E-mail: where it comes in, how it goes out, store by store; and the domains it may go out from.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { listDepartments, listSupportAddresses } from "../../workspace/address-list.server.ts";
import { listSenders } from "../../workspace/sender.server.ts";
import { listSendingDomains } from "../../workspace/sending-domains.server.ts";
import { Domains } from "./domains.tsx";
import { StoreMail } from "./store-mail.tsx";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [owners, stores, senders, domains, departments] = await Promise.all([
    whomToAsk(workspace, agent.role),
    listSupportAddresses(workspace),
    listSenders(workspace),
    listSendingDomains(workspace),
    listDepartments(workspace),
  ]);
  return json({ owners, stores, senders, domains, departments });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-email", request, () => serverLoader<typeof loader>());

export default function EmailSettings() {
  const { t } = useTranslation();
  const { owners, stores, senders, domains, departments } = useLoaderData<typeof loader>();
  const changes = owners === null;
  return (
    <Page title={t("settings.email.title")} subtitle={t("settings.email.intro")} narrowWidth>
      <BlockStack gap="400">
        {owners ? <ReadOnly owners={owners} /> : null}
        {stores.map((store) => (
          <StoreMail
            key={store.id}
            store={store}
            sender={senders.find(({ storeId }) => storeId === store.id) ?? null}
            departments={departments}
            changes={changes}
          />
        ))}
        <Domains domains={domains} changes={changes} />
      </BlockStack>
    </Page>
  );
}
