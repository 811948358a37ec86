// Replies that did not arrive, may not have, or are still not out: each with its reason and what can be done.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listUndelivered } from "../../tickets/undelivered.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { UndeliveredItem } from "./item.tsx";
import styles from "./undelivered.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  return json({ items: await listUndelivered(workspace) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("undelivered", request, () => serverLoader<typeof loader>());

export default function UndeliveredReplies() {
  const { t } = useTranslation();
  const { items } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <main className={styles.page}>
      <TitleBar title={t("undelivered.title")} />
      <Page
        title={t("undelivered.title")}
        backAction={{ content: t("nav.inbox"), onAction: () => navigate("/app/tickets") }}
        {...(items.length ? { subtitle: t("undelivered.intro") } : {})}
        narrowWidth
      >
        <Card padding="0">
          {items.length ? (
            <ul className={styles.items} data-testid="undelivered-list">
              {items.map((item) => (
                <UndeliveredItem key={item.messageId} item={item} />
              ))}
            </ul>
          ) : (
            <Nothing />
          )}
        </Card>
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

function Nothing() {
  const { t } = useTranslation();
  return (
    <Box padding="600">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingSm">
          {t("undelivered.empty")}
        </Text>
        <Text as="p" tone="subdued" alignment="center">
          {t("undelivered.emptyText")}
        </Text>
      </BlockStack>
    </Box>
  );
}
