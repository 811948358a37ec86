// A store's chat: how it looks, what it says and asks, with a preview beside it.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Box, Page, Select } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { viewChatSettings } from "../../channels/chat/settings-page.server.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { ChatForm } from "./form.tsx";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [owners, view] = await Promise.all([
    whomToAsk(workspace, agent.role),
    viewChatSettings(workspace, params.storeId),
  ]);
  return json({ owners, ...view });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-chat", request, () => serverLoader<typeof loader>());

export default function ChatSettings() {
  const { t } = useTranslation();
  const { owners, ...view } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { store, stores } = view;
  return (
    <Page title={t("channels.chat")} subtitle={t("chatSettings.intro")} fullWidth>
      <BlockStack gap="400">
        {owners ? <ReadOnly owners={owners} /> : null}
        {stores.length > 1 ? (
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <Select
              label={t("chatSettings.store")}
              options={stores.map(({ id, name }) => ({ value: id, label: name }))}
              value={store.id}
              onChange={(id) => navigate(`/app/settings/chat/${id}`)}
            />
          </Box>
        ) : null}
        <ChatForm key={store.id} view={view} changes={owners === null} />
      </BlockStack>
    </Page>
  );
}
