// Who is blocked, and the way back.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listBlocked } from "../../customers/blocked.server.ts";
import { listBlockedVisitors } from "../../tickets/chat/blocked-visitors.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { ListPage } from "../../ui/list-page.tsx";
import { Sender } from "./sender.tsx";
import { Visitor } from "./visitor.tsx";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const [senders, visitors] = await Promise.all([listBlocked(workspace), listBlockedVisitors(workspace)]);
  return json({ senders, visitors });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("blocked", request, () => serverLoader<typeof loader>());

export default function Blocked() {
  const { t } = useTranslation();
  const { senders, visitors } = useLoaderData<typeof loader>();
  return (
    <ListPage
      title={t("blocked.title")}
      intro={t("blocked.intro")}
      back={{ words: t("views.spam"), to: "/app/tickets?view=spam" }}
      empty={{ title: t("blocked.empty"), text: t("blocked.emptyText") }}
    >
      {senders.map((sender) => (
        <Sender key={sender.value} sender={sender} />
      ))}
      {visitors.map((visitor) => (
        <Visitor key={visitor.id} visitor={visitor} />
      ))}
    </ListPage>
  );
}

export function ErrorBoundary() {
  return (
    <main>
      <Failure />
    </main>
  );
}
