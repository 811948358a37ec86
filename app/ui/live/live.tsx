// Keeps an open page current: one event stream per page says what happened and how rows and numbers look now; what it
// cannot say is asked for.
import { useLocation } from "@remix-run/react";
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { QUIET } from "../../live/news.ts";
import { outdate } from "../ahead.ts";
import { tellNews, tellReady, type TicketNews } from "./bus.ts";
import { isAboutApp, isAboutMany } from "./concerns.ts";
import { forgetPresence, hearPresence, hearPresent } from "./presence.ts";
import { followNews } from "./news-stream.ts";
import { hearNumbers } from "./numbers.ts";
import { useTryAgain } from "./try-again.ts";
import { turnOf } from "./turn.ts";
import { useRefresh, type Refresh } from "./use-refresh.ts";

interface Live {
  /** no stream for a few seconds: what is shown may be old */
  offline: boolean;
  refresh: Refresh;
}

/** a short gap (a deploy, a new token) is nobody's concern */
const OFFLINE_AFTER = 3_000;
/** workspace-wide things and other pages than the inbox are asked for at most about once in so long */
const IN_A_WHILE = 1_000;

const LiveContext = createContext<Live>({ offline: false, refresh: () => {} });

export const useLive = (): Live => useContext(LiveContext);

export function LiveProvider({ url, children }: { url: string; children: ReactNode }) {
  const refresh = useRefresh();
  const inInbox = /^\/app\/tickets(\/|$)/.test(useLocation().pathname);
  const offline = useStream(url, inInbox, refresh);
  useTryAgain(refresh);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") refresh();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [refresh]);
  const live = useMemo(() => ({ offline, refresh }), [offline, refresh]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

function useStream(url: string, inInbox: boolean, refresh: Refresh): boolean {
  const [offline, setOffline] = useState(false);
  const inbox = useRef(inInbox);
  inbox.current = inInbox;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened = false;
    const waitForStream = () => {
      timer ??= setTimeout(() => {
        setOffline(true);
        forgetPresence();
      }, OFFLINE_AFTER);
    };
    const hear = (news: TicketNews) => {
      const turn = Math.max(turnOf(news.listeners), IN_A_WHILE);
      if (news.many || news.signals.some(isAboutMany)) refresh(undefined, turn);
      if (news.signals.some(isAboutApp)) refresh("app", turn);
      // The inbox's parts know what concerns them; other pages read again whatever happens.
      if (!inbox.current && news.signals.some(({ type }) => !QUIET.includes(type))) refresh("page", turn);
      news.signals.forEach(hearPresence);
      for (const { type, ticketId } of news.signals) if (ticketId && type !== "presence") outdate(ticketId);
      tellNews(news);
    };
    waitForStream();
    const stop = followNews<TicketNews>(url, {
      onNews: hear,
      onNumbers: hearNumbers,
      onReady: ({ present, listeners }) => {
        clearTimeout(timer);
        timer = undefined;
        setOffline(false);
        hearPresent(present);
        tellReady();
        // Those who lost their stream together come back together.
        refresh(undefined, opened ? turnOf(listeners) : 0);
        opened = true;
      },
      onDown: waitForStream,
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [url, refresh]);
  return offline;
}
