// What reached us and no ticket could be made of: kept, shown as it came, read again on request.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listUnreadable } from "../../channels/unreadable.server.ts";
import { AppError } from "../../errors.ts";
import { mayManageInbox } from "../../team/roles.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { ListPage } from "../../ui/list-page.tsx";
import { UnreadableItem } from "./item.tsx";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (!mayManageInbox(agent.role)) throw new AppError("forbidden");
  return json({ items: await listUnreadable(workspace) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("unreadable", request, () => serverLoader<typeof loader>());

export default function Unreadable() {
  const { t } = useTranslation();
  const { items } = useLoaderData<typeof loader>();
  return (
    <ListPage
      title={t("unreadable.title")}
      intro={t("unreadable.intro")}
      back={{ words: t("nav.inbox"), to: "/app/tickets" }}
      empty={{ title: t("unreadable.empty"), text: t("unreadable.emptyText") }}
    >
      {items.map((item) => (
        <UnreadableItem key={item.id} item={item} />
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
