import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { env } from "./env.server.ts";
import { languageOf } from "./i18n/language.ts";
import { makeTranslator } from "./i18n/translator.ts";
import { now } from "./lib/clock.ts";
import type { loader as appLoader } from "./routes/app.tsx";

/** What every page needs, also one that nobody may see. */
export function loader({ request }: LoaderFunctionArgs) {
  return {
    apiKey: env.SHOPIFY_API_KEY,
    appBridgeUrl: env.APP_BRIDGE_URL ?? null,
    // Shopify admin says the staff member's locale when it opens the app.
    locale: new URL(request.url).searchParams.get("locale") ?? "en",
    serverTime: now().toISOString(),
  };
}

// Nothing here changes while a page is open.
export const shouldRevalidate = () => false;

export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** The last resort: nothing of the app could be set up, so it is plain. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = makeTranslator(useLanguage());
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main>
      <h1>{t("failure.title")}</h1>
      <p>{missing ? t("failure.not-found") : t("failure.unexpected")}</p>
    </main>
  );
}

function useLanguage() {
  const app = useRouteLoaderData<typeof appLoader>("routes/app");
  const root = useRouteLoaderData<typeof loader>("root");
  return languageOf(app?.locale ?? root?.locale);
}
