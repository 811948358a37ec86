// Where a mail's pictures are: what came with it at once, what is elsewhere only when the reader asked.
import { useCallback, useMemo, useState } from "react";
import type { ShownFile } from "../../files/file.ts";
import { callVerb } from "../verb.ts";
import { remotePictures } from "./mail-document.ts";

export type Asked = "not" | "asking" | "failed" | "shown";

export interface Pictures {
  /** some are elsewhere and not shown */
  missing: boolean;
  asked: Asked;
  ask: () => Promise<void>;
  at: (src: string) => string | null;
}

export function usePictures(html: string, files: ShownFile[], path: string): Pictures {
  const [asked, setAsked] = useState<Asked>("not");
  const [fetched, setFetched] = useState<Record<string, string>>({});
  const remote = useMemo(() => remotePictures(html), [html]);
  const ask = useCallback(async () => {
    setAsked("asking");
    const answer = await callVerb<{ pictures: Record<string, string> }>("GET", path);
    if (answer.ok) setFetched(answer.data.pictures);
    setAsked(answer.ok ? "shown" : "failed");
  }, [path]);
  const at = useCallback(
    (src: string) => {
      if (src.startsWith("data:")) return src;
      const found = src.startsWith("cid:") ? attached(src, files) : fetched[src];
      return found ? new URL(found, window.location.origin).href : null;
    },
    [files, fetched],
  );
  return { missing: remote.length > 0 && asked !== "shown", asked, ask, at };
}

function attached(src: string, files: ShownFile[]): string | null {
  const id = decoded(src.slice("cid:".length));
  return files.find(({ contentId }) => contentId === id)?.url ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
