// The workspace's labels: everybody makes new ones; managers rename, recolour, merge and delete them.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { Banner, BlockStack, Card, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { mayManageLabels } from "../../team/roles.ts";
import { countMoving, listLabels } from "../../tickets/label-list.server.ts";
import { findChoices } from "../../ui/find-choices.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { LabelRow } from "./label-row.tsx";
import { NewLabel } from "./new-label.tsx";
import styles from "./labels.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [labels, moving] = await Promise.all([listLabels(workspace), countMoving(workspace)]);
  return json({ labels, moving, manages: mayManageLabels(agent.role) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-labels", request, () => serverLoader<typeof loader>());

/** So many are looked through without typing. */
const FEW = 12;

export default function LabelSettings() {
  const { t } = useTranslation();
  const { labels, moving, manages } = useLoaderData<typeof loader>();
  const [typed, setTyped] = useState("");
  const shown = findChoices(labels, typed);
  return (
    <Page title={t("state.settings.title")} subtitle={t("state.settings.intro")} narrowWidth>
      <BlockStack gap="400">
        {moving ? <Banner>{t("state.settings.moving", { count: moving })}</Banner> : null}
        <Card>
          <NewLabel />
        </Card>
        <Card>
          <BlockStack gap="300">
            {labels.length > FEW ? (
              <TextField
                label={t("state.label.find")}
                labelHidden
                placeholder={t("state.label.find")}
                value={typed}
                onChange={setTyped}
                autoComplete="off"
                clearButton
                onClearButtonClick={() => setTyped("")}
              />
            ) : null}
            {shown.length ? (
              <ul className={styles.list} aria-label={t("state.settings.title")}>
                {shown.map((label) => (
                  <LabelRow key={label.id} label={label} others={labels} manages={manages} />
                ))}
              </ul>
            ) : (
              <Text as="p" tone="subdued">
                {t(labels.length ? "state.picker.nothing" : "state.settings.empty")}
              </Text>
            )}
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}
