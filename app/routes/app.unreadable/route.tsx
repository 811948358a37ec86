// What reached us and no ticket could be made of: kept, shown as it came, read again on request.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listUnreadable } from "../../channels/unreadable.server.ts";
import { AppError } from "../../errors.ts";
import { mayManageInbox } from "../../team/roles.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { UnreadableItem } from "./item.tsx";
import styles from "./unreadable.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (!mayManageInbox(agent.role)) throw new AppError("forbidden");
  return json({ items: await listUnreadable(workspace) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("unreadable", request, () => serverLoader<typeof loader>());

export default function Unreadable() {
  const { t } = useTranslation();
  const { items } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <main className={styles.page}>
      <TitleBar title={t("unreadable.title")} />
      <Page
        title={t("unreadable.title")}
        backAction={{ content: t("nav.inbox"), onAction: () => navigate("/app/tickets") }}
        {...(items.length ? { subtitle: t("unreadable.intro") } : {})}
        narrowWidth
      >
        {items.length ? (
          <Card padding="0">
            <ul className={styles.items}>
              {items.map((item) => (
                <UnreadableItem key={item.id} item={item} />
              ))}
            </ul>
          </Card>
        ) : (
          <Card>
            <Box padding="600">
              <BlockStack gap="200" inlineAlign="center">
                <Text as="h2" variant="headingSm">
                  {t("unreadable.empty")}
                </Text>
                <Text as="p" tone="subdued" alignment="center">
                  {t("unreadable.emptyText")}
                </Text>
              </BlockStack>
            </Box>
          </Card>
        )}
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
