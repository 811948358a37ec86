// A list that opens where its sign was typed, or by a button.
import { useState, type MutableRefObject } from "react";
import { flushSync } from "react-dom";
import type { EditorHandle } from "../editor/editor.tsx";
import type { Sign } from "../editor/signs.ts";

export interface Asked {
  asked: boolean;
  open: () => void;
  /** for the editor: the sign was typed */
  onSign: () => void;
  /** something was chosen */
  done: () => void;
  /** Nothing was chosen: what was typed goes into the text; null: not even the sign was meant. */
  giveBack: (typed: string | null) => void;
}

export function useAsked(sign: Sign, editor: MutableRefObject<EditorHandle | null>): Asked {
  const [asked, setAsked] = useState<{ bySign: boolean } | null>(null);
  // At once, too: while the list is open nothing else can have the focus.
  const close = () => flushSync(() => setAsked(null));
  return {
    asked: asked !== null,
    open: () => setAsked({ bySign: false }),
    // At once: what is typed next is meant for the list.
    onSign: () => flushSync(() => setAsked({ bySign: true })),
    done: close,
    giveBack: (typed) => {
      close();
      editor.current?.insertText(asked?.bySign && typed !== null ? `${sign}${typed}` : "");
    },
  };
}
