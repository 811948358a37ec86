// News that could not be fetched when it was announced is fetched later: nobody announces it twice.
import { useEffect } from "react";
import { now } from "../../lib/clock.ts";
import { onOldShown } from "../last-good.ts";
import { pauseAfter } from "./news-stream.ts";

/** longer than any pause: failures further apart are not one trouble */
const ONE_TROUBLE = 60_000;

/** Refreshes again after a refresh that failed, soon at first and then at growing pauses. */
export function useTryAgain(refresh: () => void): void {
  useEffect(() => {
    let failures = 0;
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onOldShown(() => {
      if (timer) return;
      const at = now().getTime();
      failures = at - last > ONE_TROUBLE ? 0 : failures + 1;
      last = at;
      timer = setTimeout(
        () => {
          timer = undefined;
          refresh();
        },
        pauseAfter(failures, Math.random()),
      );
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [refresh]);
}
