// A store's office hours, the days on which others hold, and what its chat says by itself.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Box, Page, Select } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { viewHours } from "../../automation/hours-page.server.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { HoursForm } from "./form.tsx";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [owners, view] = await Promise.all([
    whomToAsk(workspace, agent.role),
    viewHours(workspace, params.storeId),
  ]);
  return json({ owners, ...view });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-hours", request, () => serverLoader<typeof loader>());

export default function OfficeHours() {
  const { t } = useTranslation();
  const { owners, ...view } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { store, stores } = view;
  return (
    <Page title={t("hoursSettings.title")} subtitle={t("hoursSettings.intro")} narrowWidth>
      <BlockStack gap="400">
        {owners ? <ReadOnly owners={owners} /> : null}
        {stores.length > 1 ? (
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <Select
              label={t("hoursSettings.store")}
              options={stores.map(({ id, name }) => ({ value: id, label: name }))}
              value={store.id}
              onChange={(id) => navigate(`/app/settings/hours/${id}`)}
            />
          </Box>
        ) : null}
        <HoursForm key={store.id} view={view} changes={owners === null} />
      </BlockStack>
    </Page>
  );
}
