// Who is blocked, and the way back.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listBlocked } from "../../customers/blocked.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { Sender } from "./sender.tsx";
import styles from "./blocked.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  return json({ senders: await listBlocked(workspace) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("blocked", request, () => serverLoader<typeof loader>());

export default function Blocked() {
  const { t } = useTranslation();
  const { senders } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <main className={styles.page}>
      <TitleBar title={t("blocked.title")} />
      <Page
        title={t("blocked.title")}
        backAction={{ content: t("views.spam"), onAction: () => navigate("/app/tickets?view=spam") }}
        {...(senders.length ? { subtitle: t("blocked.intro") } : {})}
        narrowWidth
      >
        <Card padding={senders.length ? "0" : "400"}>
          {senders.length ? (
            <ul className={styles.senders}>
              {senders.map((sender) => (
                <Sender key={sender.value} sender={sender} />
              ))}
            </ul>
          ) : (
            <Box padding="600">
              <BlockStack gap="200" inlineAlign="center">
                <Text as="h2" variant="headingSm">
                  {t("blocked.empty")}
                </Text>
                <Text as="p" tone="subdued" alignment="center">
                  {t("blocked.emptyText")}
                </Text>
              </BlockStack>
            </Box>
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
