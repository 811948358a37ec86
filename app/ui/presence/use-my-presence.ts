// Tells colleagues that this page has a ticket open, while it is looked at.
import { useEffect } from "react";
import type { PresenceState } from "../../live/news.ts";
import { onReady } from "../live/bus.ts";
import { tabName } from "../live/tab.ts";
import { startBeat, type Beat } from "./beat.ts";

const beats = new Map<string, Beat>();

/** Says that the agent looks at this ticket, until the component goes. */
export function useMyPresence(ticketId: string): void {
  useEffect(() => {
    const beat = startBeat(
      (state) => say(ticketId, state),
      () => document.visibilityState === "visible",
    );
    beats.set(ticketId, beat);
    const leave = () => say(ticketId, "gone");
    document.addEventListener("visibilitychange", beat.again);
    addEventListener("pageshow", beat.again);
    addEventListener("pagehide", leave);
    const stopHearing = onReady(beat.again);
    return () => {
      stopHearing();
      document.removeEventListener("visibilitychange", beat.again);
      removeEventListener("pageshow", beat.again);
      removeEventListener("pagehide", leave);
      beats.delete(ticketId);
      beat.stop();
    };
  }, [ticketId]);
}

/** The composer's word that something is being typed: on keys and changes, not for having the focus. */
export const noteTyping = (ticketId: string): void => beats.get(ticketId)?.typed();

/** What was being typed is sent. */
export const noteSent = (ticketId: string): void => beats.get(ticketId)?.rested();

/** Outlives the page where it can; if it does not, the end of the page's stream says the same. */
function say(ticketId: string, state: PresenceState | "gone"): void {
  const body = new URLSearchParams({ ticketId, tab: tabName(), state });
  fetch("/app/presence", { method: "POST", body, keepalive: true }).catch(() => undefined);
}
