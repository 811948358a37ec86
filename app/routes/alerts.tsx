// A window of the app's own, outside Shopify admin: browsers let only such a one show notifications. It knows nothing
// by itself; the page that opened it says what to show.
import { useRouteLoaderData } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { languageOf } from "../i18n/language.ts";
import { makeTranslator } from "../i18n/translator.ts";
import type { loader as rootLoader } from "../root.tsx";
import type { Alert, FromWindow } from "../ui/attention/alert-window.ts";
import styles from "./alerts.module.css";

const READY_EVERY = 4_000;

export default function AlertsWindow() {
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const { t } = useMemo(() => makeTranslator(languageOf(root?.locale ?? "en")), [root?.locale]);
  const [permission, setPermission] = useState<NotificationPermission | "alone" | null>(null);
  useEffect(() => {
    const opener = window.opener as Window | null;
    if (!opener || !("Notification" in window)) return setPermission(opener ? "denied" : "alone");
    const tell = (said: FromWindow) => opener.postMessage(said, location.origin);
    const ready = () => {
      setPermission(Notification.permission);
      tell({ kind: "samla-alerts-ready", permission: Notification.permission });
    };
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.origin === location.origin && event.source === opener && isAlert(event.data))
        show(event.data, tell);
    };
    ready();
    const timer = setInterval(ready, READY_EVERY);
    window.addEventListener("message", onMessage);
    return () => {
      clearInterval(timer);
      window.removeEventListener("message", onMessage);
    };
  }, []);
  return (
    <main className={styles.window}>
      <h1>{t("bell.windowTitle")}</h1>
      <p>{t("bell.windowIntro")}</p>
      <p role="status">
        {permission === "granted" ? t("bell.windowOn") : null}
        {permission === "denied" ? t("bell.windowDenied") : null}
        {permission === "alone" ? t("bell.windowAlone") : null}
      </p>
      {permission === "default" ? (
        <button type="button" onClick={() => void Notification.requestPermission().then(setPermission)}>
          {t("bell.windowAllow")}
        </button>
      ) : null}
    </main>
  );
}

const isAlert = (data: unknown): data is Alert =>
  typeof data === "object" && data !== null && "kind" in data && data.kind === "samla-alert";

function show({ title, body, ticketId }: Alert, tell: (said: FromWindow) => void): void {
  if (Notification.permission !== "granted") return;
  const notification = new Notification(title, { body, tag: ticketId ?? "samla" });
  notification.onclick = () => {
    if (ticketId) tell({ kind: "samla-alerts-open", ticketId });
    notification.close();
  };
}
