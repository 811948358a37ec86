// Replies that did not arrive, may not have, or are still not out: each with its reason and what can be done.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listUndelivered } from "../../tickets/undelivered.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { ListPage } from "../../ui/list-page.tsx";
import { UndeliveredItem } from "./item.tsx";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  return json({ items: await listUndelivered(workspace) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("undelivered", request, () => serverLoader<typeof loader>());

export default function UndeliveredReplies() {
  const { t } = useTranslation();
  const { items } = useLoaderData<typeof loader>();
  return (
    <ListPage
      title={t("undelivered.title")}
      intro={t("undelivered.intro")}
      back={{ words: t("nav.inbox"), to: "/app/tickets" }}
      empty={{ title: t("undelivered.empty"), text: t("undelivered.emptyText") }}
      testId="undelivered-list"
    >
      {items.map((item) => (
        <UndeliveredItem key={item.messageId} item={item} />
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
