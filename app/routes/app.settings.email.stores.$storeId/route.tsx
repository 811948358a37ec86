// How a store's mail looks, and what its customers are told at once.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { readSetting } from "../../settings/read.server.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { listSenders } from "../../workspace/sender.server.ts";
import { listSendingDomains } from "../../workspace/sending-domains.server.ts";
import { StoreForm } from "./form.tsx";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [owners, senders, domains] = await Promise.all([
    whomToAsk(workspace, agent.role),
    listSenders(workspace),
    listSendingDomains(workspace),
  ]);
  const sender = senders.find(({ storeId }) => storeId === params.storeId);
  if (!sender) throw new AppError("not-found");
  const place = { workspaceId: workspace.id, storeId: sender.storeId };
  const [{ withinHours }, email] = await Promise.all([
    readSetting(db, place, "answers"),
    readSetting(db, place, "email"),
  ]);
  return json({ owners, sender, domains: domains ?? [], answers: { withinHours, ...email } });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-store", request, () => serverLoader<typeof loader>());

export default function StoreSettings() {
  const { t } = useTranslation();
  const { owners, sender, domains, answers } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <Page
      title={sender.storeName}
      backAction={{ content: t("settings.nav.email"), onAction: () => navigate("/app/settings/email") }}
      narrowWidth
    >
      <StoreForm key={sender.storeId} owners={owners} sender={sender} domains={domains} answers={answers} />
    </Page>
  );
}
