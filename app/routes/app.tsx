// The admin app: who is asking, what stands around every page, and the one event stream of the page.
import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { ReactNode } from "react";
import { page, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { now } from "../lib/clock.ts";
import type { loader as rootLoader } from "../root.tsx";
import { listTeam } from "../team/agents.server.ts";
import { mayChangeSettings } from "../team/roles.ts";
import { alertsOf } from "../notifications/alerts.server.ts";
import { readWaiting } from "../notifications/attention.server.ts";
import { readDirectory } from "../tickets/directory.server.ts";
import { AdminShell } from "../ui/admin-shell.tsx";
import { DirectoryProvider } from "../ui/directory.tsx";
import { Failure } from "../ui/failure.tsx";
import { askOrLastGood, forgetEverything } from "../ui/last-good.ts";
import { LiveProvider } from "../ui/live/live.tsx";
import { asksFor } from "../ui/live/scope.ts";
import { OfflineBar } from "../ui/live/offline-bar.tsx";
import { NoAccess } from "../ui/no-access.tsx";
import { ShopProvider } from "../ui/shop.tsx";
import { DomainNotice } from "../ui/settings/domain-notice.tsx";
import { listFailingDomains } from "../workspace/sending-domains.server.ts";
import { AgentProvider } from "../ui/agent.tsx";
import { Attention } from "../ui/attention/attention.tsx";
import { Commands } from "../ui/commands/commands.tsx";
import styles from "./app.module.css";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const serverTime = now().toISOString();
  try {
    const { agent, store, workspace } = await requireAgent(request);
    const { id, name, role, locale } = agent;
    const [failingDomains, directory, waiting, alerts] = await Promise.all([
      mayChangeSettings(role) ? listFailingDomains(workspace) : ([] as string[]),
      readDirectory(workspace),
      readWaiting(workspace, agent),
      alertsOf(workspace, agent),
    ]);
    const { timeZone, shopDomain } = store;
    return {
      access: true as const,
      agent: { id, name, role },
      alerts,
      directory,
      failingDomains,
      locale,
      timeZone,
      serverTime,
      shop: { domain: shopDomain, plan: workspace.plan },
      waiting,
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "no-role") throw error;
    const { workspaceId, name, locale } = error.detail as {
      workspaceId: string;
      name: string;
      locale: string;
    };
    const team = await listTeam({ id: workspaceId });
    const owners = team.filter((member) => member.role === "owner").map((member) => member.name);
    return { access: false as const, name, owners, locale, timeZone: "UTC", serverTime };
  }
});

// It is the same around every page.
export const shouldRevalidate = asksFor("app", () => "");

export const clientLoader = async ({ request, serverLoader }: ClientLoaderFunctionArgs) => {
  const data = await askOrLastGood("app", request.signal, () => serverLoader<typeof loader>());
  if (!data.access) forgetEverything();
  return data;
};

export default function App() {
  const data = useLoaderData<typeof loader>();
  return (
    <Shell>
      {data.access ? (
        <AgentProvider agent={data.agent} badge={data.alerts.badge}>
          <DirectoryProvider directory={data.directory}>
            <ShopProvider value={data.shop}>
              <LiveProvider url="/app/live">
                <Attention waiting={data.waiting} alerts={data.alerts} />
                <Commands />
                <div className={styles.app}>
                  <OfflineBar />
                  <DomainNotice names={data.failingDomains} />
                  <Outlet />
                </div>
              </LiveProvider>
            </ShopProvider>
          </DirectoryProvider>
        </AgentProvider>
      ) : (
        <NoAccess name={data.name} owners={data.owners} />
      )}
    </Shell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("routes/app");
  // What the Shopify library throws (bounce, exit from the frame) is a page of its own. Its boundary.error
  // knows it by a class name that minifying changes, so it is told by its data here.
  if (
    isRouteErrorResponse(error) &&
    typeof error.data === "string" &&
    error.data.trimStart().startsWith("<")
  ) {
    return <div dangerouslySetInnerHTML={{ __html: error.data }} />;
  }
  return (
    <Shell>{data?.access === false ? <NoAccess name={data.name} owners={data.owners} /> : <Failure />}</Shell>
  );
}

function Shell({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const app = useRouteLoaderData<typeof loader>("routes/app");
  if (!root) return children;
  const facts = {
    apiKey: root.apiKey,
    appBridgeUrl: root.appBridgeUrl,
    locale: app?.locale ?? root.locale,
    timeZone: app?.timeZone ?? "UTC",
    serverTime: app?.serverTime ?? root.serverTime,
  };
  return <AdminShell facts={facts}>{children}</AdminShell>;
}
