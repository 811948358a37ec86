// A store's contact forms: which there are, and whether they become tickets.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Box, Button, Card, InlineStack, Page, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { MOST_FORMS } from "../../channels/form/definition.ts";
import { viewForms } from "../../channels/form/settings-page.server.ts";
import { TEMPLATES } from "../../channels/form/templates.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { PublicationState } from "../../ui/settings/publication-state.tsx";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { FormRow } from "./form-row.tsx";
import { Intake } from "./intake.tsx";
import styles from "./forms.module.css";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [owners, view] = await Promise.all([
    whomToAsk(workspace, agent.role),
    viewForms(workspace, params.storeId),
  ]);
  return json({ owners, ...view });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-forms", request, () => serverLoader<typeof loader>());

export default function FormSettings() {
  const { t } = useTranslation();
  const { owners, store, stores, forms, intake, publication, editor } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const changes = owners === null;
  const home = `/app/settings/forms/${store.id}`;
  return (
    <Page title={t("forms.title")} subtitle={t("forms.intro")} narrowWidth>
      <BlockStack gap="400">
        {owners ? <ReadOnly owners={owners} /> : null}
        {stores.length > 1 ? (
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <Select
              label={t("forms.store")}
              options={stores.map(({ id, name }) => ({ value: id, label: name }))}
              value={store.id}
              onChange={(id) => navigate(`/app/settings/forms/${id}`)}
            />
          </Box>
        ) : null}
        <PublicationState storeId={store.id} publication={publication} changes={changes} />
        <Card>
          <BlockStack gap="400">
            {forms.length ? (
              <ul className={styles.rows} data-testid="forms">
                {forms.map((form) => (
                  <FormRow key={form.id} form={form} language={store.language} />
                ))}
              </ul>
            ) : (
              <BlockStack gap="100">
                <Text as="h2" variant="headingSm">
                  {t("forms.empty")}
                </Text>
                <Text as="p" tone="subdued">
                  {t("forms.emptyText")}
                </Text>
              </BlockStack>
            )}
            {changes && forms.length < MOST_FORMS ? (
              <InlineStack gap="200">
                {TEMPLATES.map((template) => (
                  <Button
                    key={template}
                    variant={!forms.length && template === "contact" ? "primary" : "secondary"}
                    onClick={() => navigate(`${home}/new?from=${template}`)}
                  >
                    {t(`forms.start.${template}`)}
                  </Button>
                ))}
              </InlineStack>
            ) : null}
            {changes && forms.length >= MOST_FORMS ? (
              <Text as="p" tone="subdued">
                {t("forms.full", { most: MOST_FORMS })}
              </Text>
            ) : null}
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="200" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              {t("forms.theme.heading")}
            </Text>
            <Text as="p">{t("forms.theme.text")}</Text>
            <Button url={editor} target="_top">
              {t("forms.theme.open")}
            </Button>
          </BlockStack>
        </Card>
        <Intake key={store.id} storeId={store.id} intake={intake} changes={changes} />
      </BlockStack>
    </Page>
  );
}
