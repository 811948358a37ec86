// The macros this agent can use: found by words, whose they are, how much they are used.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Box, Card, Button, InlineStack, Page, Select, Text, TextField } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listMacros } from "../../tickets/macros/list.server.ts";
import { useClock } from "../../ui/clock.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { findMacros, searchable } from "../../ui/macros/search.ts";
import { MacroRow } from "./row.tsx";
import styles from "./macros.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json({ macros: await listMacros(workspace, agent) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-macros", request, () => serverLoader<typeof loader>());

export default function MacroSettings() {
  const { t } = useTranslation();
  const { macros } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { now } = useClock();
  const [typed, setTyped] = useState("");
  const [whose, setWhose] = useState("all");
  const all = useMemo(() => macros.map(searchable), [macros]);
  const shown = findMacros(all, typed, { language: null, now }).filter(
    ({ own }) => whose === "all" || own === (whose === "own"),
  );
  const add = () => navigate("/app/settings/macros/new");
  return (
    <Page
      title={t("macros.title")}
      {...(macros.length
        ? {
            subtitle: t("macros.settings.intro"),
            primaryAction: { content: t("macros.settings.add"), onAction: add },
          }
        : {})}
      narrowWidth
    >
      <Card padding="0">
        {macros.length ? (
          <>
            <Box padding="300">
              <InlineStack gap="200" blockAlign="center">
                <div className={styles.search}>
                  <TextField
                    label={t("macros.settings.search")}
                    labelHidden
                    placeholder={t("macros.settings.search")}
                    type="search"
                    value={typed}
                    onChange={setTyped}
                    clearButton
                    onClearButtonClick={() => setTyped("")}
                    autoComplete="off"
                    maxLength={100}
                  />
                </div>
                <Select
                  label={t("macros.settings.whose")}
                  labelHidden
                  options={[
                    { value: "all", label: t("macros.settings.all") },
                    { value: "team", label: t("macros.team") },
                    { value: "own", label: t("macros.own") },
                  ]}
                  value={whose}
                  onChange={setWhose}
                />
              </InlineStack>
            </Box>
            {shown.length ? (
              <ul className={styles.rows} data-testid="macros">
                {shown.map((macro) => (
                  <MacroRow key={macro.id} macro={macro} />
                ))}
              </ul>
            ) : (
              <Box padding="400">
                <Text as="p" tone="subdued">
                  {t("macros.settings.noHit")}
                </Text>
              </Box>
            )}
          </>
        ) : (
          <Box padding="600">
            <BlockStack gap="200" inlineAlign="center">
              <Text as="h2" variant="headingSm">
                {t("macros.settings.empty")}
              </Text>
              <Text as="p" tone="subdued" alignment="center">
                {t("macros.settings.emptyText")}
              </Text>
              <Button variant="primary" onClick={add}>
                {t("macros.settings.add")}
              </Button>
            </BlockStack>
          </Box>
        )}
      </Card>
    </Page>
  );
}
