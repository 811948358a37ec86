// When the page hears of what is typed: not with every letter, and never too late.
import type { Editor } from "@tiptap/core";
import { useEffect, useMemo, useRef, type MutableRefObject } from "react";
import type { EditorHandle, EditorProps } from "./editor.tsx";
import { handleOf } from "./handle.ts";
import { emptied } from "./replace-content.ts";

const PAUSE = 250;

/**
 * Tells onChange a moment after the last letter; at once when the first letter comes or the last goes, when the field
 * is left, and before it is gone. `said` is what the page knows.
 */
export function useTelling(
  editor: Editor,
  said: MutableRefObject<string>,
  latest: MutableRefObject<Pick<EditorProps, "onChange" | "onTouched">>,
): { flush: () => void; touched: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const telling = useMemo(() => {
    const flush = () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      said.current = emptied(editor);
      latest.current.onChange(said.current);
    };
    const touched = () => {
      latest.current.onTouched?.();
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE);
      if (editor.isEmpty === (said.current !== "")) flush();
    };
    return { flush, touched };
  }, [editor, said, latest]);
  useEffect(() => {
    editor.on("blur", telling.flush);
    // The page may be hidden for good.
    document.addEventListener("visibilitychange", telling.flush);
    return () => {
      editor.off("blur", telling.flush);
      document.removeEventListener("visibilitychange", telling.flush);
      telling.flush();
    };
  }, [editor, telling]);
  return telling;
}

/** Lends the editor to the page around it. */
export function useHandle(
  editor: Editor,
  handle: MutableRefObject<EditorHandle | null> | undefined,
  flush: () => void,
): void {
  useEffect(() => {
    if (!handle) return;
    handle.current = { ...handleOf(editor), flush };
    return () => {
      handle.current = null;
    };
  }, [editor, handle, flush]);
}
