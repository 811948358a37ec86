// The small window of the app's own that shows the browser's notifications: a cross-site frame may not. The two
// find each other by messages, so that a page that was loaded anew finds its window again.
import { makeStore } from "../store.ts";

/** What the page tells the window to show. */
export interface Alert {
  kind: "samla-alert";
  title: string;
  body: string;
  ticketId: string | null;
}

/** What the window tells the page: that it is there (every few seconds), or that a notification was clicked. */
export type FromWindow =
  | { kind: "samla-alerts-ready"; permission: NotificationPermission }
  | { kind: "samla-alerts-open"; ticketId: string };

/** null: no window is open. */
export const alertWindow = makeStore<{ permission: NotificationPermission } | null>(null);

/** how long a window that has gone silent counts as open */
const SILENT = 12_000;
let source: Window | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens it; must be called from a click. */
export function openAlertWindow(): void {
  const locale = encodeURIComponent(document.documentElement.lang);
  window.open(`/alerts?locale=${locale}`, "samla-alerts", "popup,width=400,height=320");
}

export function showAlert(alert: Omit<Alert, "kind">): void {
  source?.postMessage({ kind: "samla-alert", ...alert } satisfies Alert, location.origin);
}

/** Listens to the window. Returns how to stop. */
export function followAlertWindow(onOpenTicket: (ticketId: string) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>) => {
    const said = event.origin === location.origin ? readFromWindow(event.data) : null;
    if (!said) return;
    if (said.kind === "samla-alerts-open") return onOpenTicket(said.ticketId);
    source = event.source as Window | null;
    alertWindow.change((before) =>
      before?.permission === said.permission ? before : { permission: said.permission },
    );
    clearTimeout(timer);
    timer = setTimeout(() => {
      source = null;
      alertWindow.change(() => null);
    }, SILENT);
  };
  window.addEventListener("message", onMessage);
  return () => window.removeEventListener("message", onMessage);
}

function readFromWindow(data: unknown): FromWindow | null {
  if (typeof data !== "object" || data === null || !("kind" in data)) return null;
  if (data.kind === "samla-alerts-open" && "ticketId" in data && typeof data.ticketId === "string")
    return { kind: data.kind, ticketId: data.ticketId };
  if (data.kind !== "samla-alerts-ready" || !("permission" in data)) return null;
  return { kind: data.kind, permission: data.permission as NotificationPermission };
}
