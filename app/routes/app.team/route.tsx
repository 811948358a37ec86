// Everybody who opened Samla, and what they may do. Owners decide; the others see who their colleagues are.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listTeam } from "../../team/agents.server.ts";
import { mayManageTeam } from "../../team/roles.ts";
import { useAgent } from "../../ui/agent.tsx";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { Member } from "./member.tsx";
import styles from "./team.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const team = await listTeam(workspace);
  const manages = mayManageTeam(agent.role);
  return json({ manages, team: manages ? team : team.filter((member) => member.role) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("team", request, () => serverLoader<typeof loader>());

export default function Team() {
  const { t } = useTranslation();
  const { team, manages } = useLoaderData<typeof loader>();
  const agent = useAgent();
  const waiting = team.filter((member) => !member.role);
  const members = team.filter((member) => member.role);
  const owners = members.filter((member) => member.role === "owner").length;
  const list = (people: typeof team) => (
    <ul className={styles.members}>
      {people.map((member) => (
        <Member
          key={member.id}
          member={member}
          manages={manages}
          itsMe={member.id === agent.id}
          onlyOwner={member.role === "owner" && owners === 1}
        />
      ))}
    </ul>
  );
  return (
    <main className={styles.page}>
      <TitleBar title={t("team.title")} />
      <Page title={t("team.title")} subtitle={manages ? t("team.intro") : t("team.introReader")} narrowWidth>
        <BlockStack gap="400">
          {waiting.length ? (
            <Card padding="0">
              <section aria-label={t("team.waiting")} data-testid="team-waiting">
                <Box padding="400">
                  <Text as="h2" variant="headingSm">
                    {t("team.waiting")}
                  </Text>
                </Box>
                {list(waiting)}
              </section>
            </Card>
          ) : null}
          <Card padding="0">
            <section aria-label={t("team.members")} data-testid="team-members">
              <Box padding="400">
                <Text as="h2" variant="headingSm">
                  {t("team.members")}
                </Text>
              </Box>
              {list(members)}
            </section>
          </Card>
          {manages ? (
            <Text as="p" tone="subdued">
              {t("team.invite")}
            </Text>
          ) : null}
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
