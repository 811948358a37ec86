// Keeps an open page current: one event stream per page, and the loaders asked again when it says so.
import { useNavigation, useRevalidator } from "@remix-run/react";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { now } from "../../lib/clock.ts";
import { followSignals } from "./signal-stream.ts";
import { useTryAgain } from "./try-again.ts";

interface Live {
  /** no stream for a few seconds: what is shown may be old */
  offline: boolean;
  /** asks the loaders again, at most once per 300 ms and never over a running request */
  refresh: () => void;
}

const REFRESH_AT_MOST_EVERY = 300;
/** a short gap (a deploy, a new token) is nobody's concern */
const OFFLINE_AFTER = 3_000;

const LiveContext = createContext<Live>({ offline: false, refresh: () => {} });

export const useLive = (): Live => useContext(LiveContext);

export function LiveProvider({ url, children }: { url: string; children: ReactNode }) {
  const refresh = useRefresh();
  const offline = useSignals(url, refresh);
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

/** Many askings, few requests: a refresh that is asked for while one runs comes after it, not instead of it. */
function useRefresh(): () => void {
  const { revalidate, state } = useRevalidator();
  const busy = useNavigation().state !== "idle" || state !== "idle";
  const [asked, setAsked] = useState(false);
  const last = useRef(0);
  useEffect(() => {
    if (!asked || busy) return;
    const timer = setTimeout(
      () => {
        last.current = now().getTime();
        setAsked(false);
        revalidate();
      },
      Math.max(0, last.current + REFRESH_AT_MOST_EVERY - now().getTime()),
    );
    return () => clearTimeout(timer);
  }, [asked, busy, revalidate]);
  return useCallback(() => setAsked(true), []);
}

function useSignals(url: string, refresh: () => void): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waitForStream = () => {
      timer ??= setTimeout(() => setOffline(true), OFFLINE_AFTER);
    };
    waitForStream();
    const stop = followSignals(url, {
      onSignal: refresh,
      onOpen: () => {
        clearTimeout(timer);
        timer = undefined;
        setOffline(false);
        refresh();
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
