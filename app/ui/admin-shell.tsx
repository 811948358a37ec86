// What stands around every admin page: App Bridge, Polaris, the language, the clock.
import { AppProvider } from "@shopify/shopify-app-remix/react";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import nb from "@shopify/polaris/locales/nb.json" with { type: "json" };
import sv from "@shopify/polaris/locales/sv.json" with { type: "json" };
import { useMemo, type ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { formatLocaleOf, languageOf } from "../i18n/language.ts";
import { makeTranslator } from "../i18n/translator.ts";
import { ClockProvider } from "./clock.tsx";

export interface ShellFacts {
  apiKey: string;
  /** null: Shopify's own */
  appBridgeUrl: string | null;
  locale: string;
  timeZone: string;
  serverTime: string;
}

const POLARIS = { en, sv, nb };

export function AdminShell({ facts, children }: { facts: ShellFacts; children: ReactNode }) {
  const language = languageOf(facts.locale);
  const translator = useMemo(() => makeTranslator(language), [language]);
  return (
    <AppProvider
      isEmbeddedApp
      apiKey={facts.apiKey}
      i18n={POLARIS[language]}
      {...(facts.appBridgeUrl ? { __APP_BRIDGE_URL: facts.appBridgeUrl } : {})}
    >
      <I18nextProvider i18n={translator}>
        <ClockProvider
          locale={formatLocaleOf(facts.locale)}
          timeZone={facts.timeZone}
          serverTime={facts.serverTime}
        >
          {children}
        </ClockProvider>
      </I18nextProvider>
    </AppProvider>
  );
}
