// A message's HTML: with the page, or fetched once it is wanted.
import { useEffect, useState } from "react";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { callVerb } from "../../ui/verb.ts";

export function useHtml(
  path: string,
  { html, htmlLater }: Pick<ThreadMessage, "html" | "htmlLater">,
  wanted: boolean,
): { html: string | null; failed: boolean } {
  const [fetched, setFetched] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const missing = wanted && Boolean(htmlLater) && fetched === null;
  useEffect(() => {
    if (!missing) return;
    let gone = false;
    setFailed(false);
    void callVerb<{ html: string }>("GET", path).then((answer) => {
      if (gone) return;
      if (answer.ok) setFetched(answer.data.html);
      else setFailed(true);
    });
    return () => {
      gone = true;
    };
  }, [missing, path]);
  return { html: html ?? fetched, failed };
}
