// A request on its way: how far it has come, and what became of each recipient. The live stream keeps it current.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Card, Page, ProgressBar, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { readRequest } from "../../tickets/requests/progress.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { RecipientRow } from "./recipient-row.tsx";
import styles from "./request.module.css";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const pages = Math.trunc(Number(new URL(request.url).searchParams.get("pages"))) || 1;
  return json(await readRequest(workspace, params.requestId, pages));
});

export default function Request() {
  const { t } = useTranslation();
  const request = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const done = request.total - request.waiting;
  const more = () =>
    setSearch({ pages: String((Number(search.get("pages")) || 1) + 1) }, { preventScrollReset: true });
  return (
    <main className={styles.page} data-testid="request">
      <TitleBar title={t("requests.new")} />
      <Page
        title={request.subject}
        subtitle={t("requests.startedBy", { name: request.authorName, store: request.storeName })}
        backAction={{ content: t("nav.inbox"), onAction: () => navigate("/app/tickets") }}
        primaryAction={{ content: t("requests.toSent"), onAction: () => navigate("/app/tickets?view=sent") }}
        secondaryActions={[{ content: t("requests.another"), onAction: () => navigate("/app/requests/new") }]}
        narrowWidth
      >
        <BlockStack gap="400">
          <Card>
            <BlockStack gap="300">
              <div role="status" className={styles.progress}>
                <strong>{request.done ? t("requests.finished") : t("requests.working")}</strong>{" "}
                {t("requests.progress", { done, total: request.total })}
              </div>
              <ProgressBar
                progress={Math.round((100 * done) / Math.max(1, request.total))}
                size="small"
                ariaLabelledBy="request-results"
                animated={false}
              />
              <dl className={styles.counts} data-testid="counts">
                <Count label={t("requests.sentCount")} value={request.started} />
                <Count label={t("requests.waitingCount")} value={request.waiting} />
                <Count label={t("requests.failedCount")} value={request.failed} failed />
              </dl>
            </BlockStack>
          </Card>
          <Card padding="0">
            <Box padding="400">
              <Text as="h2" variant="headingSm" id="request-results">
                {t("requests.results")}
              </Text>
            </Box>
            <ul className={styles.rows}>
              {request.recipients.map((recipient) => (
                <RecipientRow key={recipient.position} recipient={recipient} />
              ))}
            </ul>
            {request.more ? (
              <Box padding="400">
                <Button onClick={more} fullWidth>
                  {t("requests.showMore")}
                </Button>
              </Box>
            ) : null}
          </Card>
          <Card>
            <Text as="h2" variant="headingSm">
              {t("requests.message")}
            </Text>
            <p className={styles.text}>{request.text}</p>
          </Card>
        </BlockStack>
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

function Count({ label, value, failed = false }: { label: string; value: number; failed?: boolean }) {
  return (
    <div data-failed={failed && value > 0}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
