import { useEffect, useState } from "react";
import type { Suggestions } from "../../../tickets/search/suggest.server.ts";
import { callVerb } from "../../../ui/verb.ts";

const NONE: Suggestions = { tickets: [], customers: [] };
const PAUSE_MS = 150;

/** What the server suggests, once typing pauses. An answer that comes after the next question is dropped. */
export function useSuggestions(words: string, wanted: boolean): Suggestions {
  const [shown, setShown] = useState({ words: "", suggestions: NONE });
  const asked = words.trim();
  useEffect(() => {
    if (!wanted || asked.length < 2) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await callVerb<Suggestions>("GET", `/app/search?${new URLSearchParams({ q: asked })}`);
      if (!stale && answer.ok) setShown({ words: asked, suggestions: answer.data });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked, wanted]);
  // While an answer is on its way, what came before it still fits if it was typed on.
  return asked.length >= 2 && shown.words && asked.startsWith(shown.words) ? shown.suggestions : NONE;
}
