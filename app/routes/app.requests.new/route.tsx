// "New request": one mail to several customers, a ticket each. Written here, previewed for everyone, sent once.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, Page, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { listStores } from "../../workspace/stores.server.ts";
import { Message } from "./message.tsx";
import { Preview } from "./preview.tsx";
import { Recipients } from "./recipients.tsx";
import { Send } from "./send.tsx";
import { useRequestDraft } from "./draft.ts";
import styles from "./new-request.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, store } = await requireAgent(request);
  return json({ stores: await listStores(workspace), here: store.id });
});

export default function NewRequest() {
  const { t } = useTranslation();
  const { stores, here } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const draft = useRequestDraft(here);
  const store = stores.find(({ id }) => id === draft.storeId) ?? stores[0];
  if (!store) return <Failure />;
  return (
    <main className={styles.page} data-testid="new-request">
      <TitleBar title={t("requests.new")} />
      <Page
        title={t("requests.new")}
        subtitle={t("requests.intro")}
        backAction={{ content: t("nav.inbox"), onAction: () => navigate("/app/tickets") }}
      >
        <div className={styles.columns}>
          <BlockStack gap="400">
            <Card>
              <BlockStack gap="400">
                {stores.length > 1 ? (
                  <Select
                    label={t("requests.from")}
                    options={stores.map(({ id, senderName }) => ({ label: senderName, value: id }))}
                    value={store.id}
                    onChange={draft.chooseStore}
                  />
                ) : (
                  <div>
                    <Text as="p">{t("requests.from")}</Text>
                    <Text as="p" fontWeight="semibold">
                      {store.senderName}
                    </Text>
                  </div>
                )}
                <Recipients draft={draft} store={store} />
              </BlockStack>
            </Card>
            <Card>
              <Message draft={draft} />
            </Card>
          </BlockStack>
          <BlockStack gap="400">
            <Card>
              <Preview draft={draft} />
            </Card>
            <Banner tone="warning" title={t("requests.warningTitle")}>
              {t("requests.warning")}
            </Banner>
            <Send draft={draft} store={store} />
          </BlockStack>
        </div>
      </Page>
    </main>
  );
}

export function ErrorBoundary() {
  return (
    <main>
      <Failure />
    </main>
  );
}
