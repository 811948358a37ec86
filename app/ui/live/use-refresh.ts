// Asks loaders again, all or some: one refresh at a time, each thing when it is due.
import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { now } from "../../lib/clock.ts";
import { means } from "./scope.ts";
import { ask, nextDue, takeUp, type Asked, type Due, type Scope } from "./turn.ts";

const AT_MOST_EVERY = 300;

/**
 * Asks for what `scope` names, for everything without one; at some moment `within` so many milliseconds, so that pages
 * take turns, else at once. What is asked for while a request runs comes after it, not instead of it.
 */
export type Refresh = (scope?: Scope, within?: number) => void;

export function useRefresh(): Refresh {
  const { revalidate, state } = useRevalidator();
  const busy = useNavigation().state !== "idle" || state !== "idle";
  const latest = useRef({ busy, revalidate });
  latest.current = { busy, revalidate };
  const due = useRef<Due>(new Map());
  const underway = useRef(new Set<Asked>());
  const wasBusy = useRef(false);
  const last = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  // A refresh that was over before React saw it begin must not be the last one.
  const [round, setRound] = useState(0);

  const plan = useCallback(() => {
    clearTimeout(timer.current);
    if (latest.current.busy || !due.current.size) return;
    const at = Math.max(nextDue(due.current), last.current + AT_MOST_EVERY);
    timer.current = setTimeout(
      () => {
        last.current = now().getTime();
        means(takeUp(underway.current, due.current, last.current));
        setRound((before) => before + 1);
        latest.current.revalidate();
      },
      Math.max(0, at - now().getTime()),
    );
  }, []);
  useEffect(() => {
    // React hears of a beginning late: only an end it has seen is one.
    if (wasBusy.current && !busy) underway.current.clear();
    wasBusy.current = busy;
    plan();
    return () => clearTimeout(timer.current);
  }, [busy, round, plan]);

  return useCallback(
    (scope, within = 0) => {
      ask(due.current, scope ?? "all", now().getTime(), within, Math.random());
      plan();
    },
    [plan],
  );
}
