// What this page says of its agent: that they look, again and again, and that they type while they do.
import { SECOND } from "../../lib/clock.ts";
import type { PresenceState } from "../../live/news.ts";

export interface Beat {
  /** a key was pressed in something that is being written */
  typed(): void;
  /** what was written is sent */
  rested(): void;
  /** says at once what is true now: the page is seen again, or the server has forgotten */
  again(): void;
  /** they look no more */
  stop(): void;
}

const EVERY = 6 * SECOND;
/** Who has not pressed a key for so long thinks, or has gone for coffee. */
const TYPING_LASTS = 5 * SECOND;

/** The page comes first; and whoever is gone by then was only passing. */
const BEGINS_AFTER = 150;

/** Begins to say it. While nobody can see the page it says nothing, and after a while counts as gone. */
export function startBeat(say: (state: PresenceState | "gone") => void, isSeen: () => boolean): Beat {
  let state: PresenceState = "looking";
  let idle: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    if (isSeen()) say(state);
  };
  const beating = setInterval(again, EVERY);
  const become = (next: PresenceState) => {
    if (state === next) return;
    state = next;
    again();
  };
  let begun = false;
  const beginning = setTimeout(() => {
    begun = true;
    again();
  }, BEGINS_AFTER);
  return {
    again,
    typed() {
      clearTimeout(idle);
      idle = setTimeout(() => become("looking"), TYPING_LASTS);
      become("typing");
    },
    rested() {
      clearTimeout(idle);
      become("looking");
    },
    stop() {
      clearInterval(beating);
      clearTimeout(beginning);
      clearTimeout(idle);
      if (begun) say("gone");
    },
  };
}
