// Hears of what happens in a running conversation: by a stream, by asking now and then where there is none, and again
// from where it left off after a lost line.
import type { News, Since } from "../../../app/channels/chat/protocol.ts";
import { call, doorTo, isDirect, isStrange } from "./doors.ts";
import { pause, rest } from "./pause.ts";
import { listen } from "./stream.ts";

/** How often the server is asked where it can't tell by itself. */
const ASKED = 3_000;
const ASKED_BEHIND = 15_000;

export interface Following {
  tab: string;
  since(): Since;
  heard(news: News): void;
  reached(isOnline: boolean): void;
  /** the token is worth nothing any more */
  lost(): void;
}

/** Follows until the signal; one tab does it for all. */
export async function follow(talk: Following, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    if (isDirect()) {
      const opened = () => ((attempt = 0), talk.reached(true));
      const status = await listen<News>(
        doorTo("stream"),
        { ...talk.since(), tab: talk.tab },
        { signal, opened, heard: (news) => talk.heard(news) },
      ).catch(() => 0);
      if (signal.aborted) return;
      if (status === 200) {
        await pause(250, signal);
        continue;
      }
    }
    // Whatever was missed, by whichever way is open.
    const answer = await call<News>("since", talk.since());
    if (signal.aborted) return;
    if (answer.ok) {
      attempt = 0;
      talk.reached(true);
      talk.heard(answer.value);
      await pause(document.hidden ? ASKED_BEHIND : ASKED, signal);
    } else if (isStrange(answer.error)) {
      return talk.lost();
    } else {
      if (answer.error === "offline") talk.reached(false);
      await rest(attempt, answer.retryAfter, signal);
    }
  }
}
