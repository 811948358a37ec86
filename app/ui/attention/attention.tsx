// Calls for the agent's attention: the counts in the navigation and the title, the sound, the browser's notifications.
import { Link, useNavigate } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock.ts";
import type { Numbers } from "../../live/numbers.ts";
import type { Alerts } from "../../notifications/alerts.ts";
import { unreadOf } from "../../tickets/counts.ts";
import { useAgent } from "../agent.tsx";
import { useNews } from "../live/bus.ts";
import { useNumbers } from "../live/numbers.ts";
import { makeStore, useStore } from "../store.ts";
import { followAlertWindow, showAlert } from "./alert-window.ts";
import { chime } from "./chime.ts";

/** The navigation, kept current. App Bridge's takes text only, so the counts stand in it. */
export function Attention({ waiting, alerts }: { waiting: Numbers; alerts: Alerts }) {
  const { t } = useTranslation();
  const numbers = useNumbers(waiting);
  const unread = alerts.badge ? unreadOf(numbers) : 0;
  const ringing = alerts.badge ? (numbers.ringing ?? 0) : 0;
  const inbox = sayInbox(t, unread);
  useEffect(() => {
    document.title = inbox;
    unreadShown.change(() => unread);
  }, [inbox, unread]);
  useCalls(alerts);
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {t("nav.home")}
      </Link>
      <Link to="/app/tickets">{inbox}</Link>
      <Link to="/app/notifications">{ringing ? t("bell.navCount", { count: ringing }) : t("bell.nav")}</Link>
      <Link to="/app/team">{t("nav.team")}</Link>
      <Link to="/app/settings">{t("nav.settings")}</Link>
    </NavMenu>
  );
}

/** The inbox's title with what is unread in it, as the agent wants it. */
export function useInboxTitle(): string {
  const { t } = useTranslation();
  return sayInbox(t, useStore(unreadShown, 0));
}

const unreadShown = makeStore(0);

const sayInbox = (t: TFunction, unread: number): string =>
  unread ? t("nav.inboxCount", { count: unread }) : t("nav.inbox");

/** A new ticket, or something the bell rings for: sound and notification, as the agent has them set. */
function useCalls({ sound, browser }: Alerts): void {
  const { t } = useTranslation();
  const { id } = useAgent();
  const navigate = useNavigate();
  useEffect(() => followAlertWindow((ticketId) => navigate(`/app/tickets/${ticketId}`)), [navigate]);
  useNews(({ signals, rows }) => {
    const calls = signals.filter(
      ({ type, agentId, ticketId }) =>
        type === "ticket-opened" || (type === "notified" && agentId === id && !isBeforeTheirEyes(ticketId)),
    );
    if (!calls.length) return;
    if (sound) void chime(now().getTime());
    for (const { type, ticketId } of browser ? calls.slice(0, MOST_AT_ONCE) : []) {
      const row = rows.find((one) => one.id === ticketId);
      showAlert({
        title: row?.customerName ?? t(type === "notified" ? "bell.forYou" : "bell.new"),
        body:
          row?.chat?.state === "waiting" && !row.chat.offline
            ? t("chat.alert")
            : row?.subject || t("bell.look"),
        ticketId: ticketId ?? null,
      });
    }
  });
}

/** Whoever talks with a visitor sees each word come. */
const isBeforeTheirEyes = (ticketId: string | undefined): boolean =>
  ticketId !== undefined && document.hasFocus() && location.pathname.endsWith(`/tickets/${ticketId}`);

/** What came in one moment: more would be a wall of notifications. */
const MOST_AT_ONCE = 3;
