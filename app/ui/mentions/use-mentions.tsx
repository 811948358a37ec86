// Naming colleagues where a note is written: "@" opens the list, and who is chosen is told of the note.
import type { MutableRefObject, ReactNode } from "react";
import type { EditorHandle } from "../editor/editor.tsx";
import { mentionHtml } from "../editor/mention.ts";
import { useAsked } from "../finder/use-asked.ts";
import { MentionPicker } from "./picker.tsx";

export function useMentions(editor: MutableRefObject<EditorHandle | null>): {
  /** for the editor */
  onAt: () => void;
  /** the list, while it is open */
  picker: ReactNode;
} {
  const list = useAsked("@", editor);
  const choose = (colleague: { id: string; name: string }) => {
    list.done();
    editor.current?.insert(mentionHtml(colleague));
    editor.current?.insertText(" ");
  };
  return {
    onAt: list.onSign,
    picker: list.asked ? (
      <MentionPicker at={editor.current?.caret() ?? null} onChoose={choose} onClose={list.giveBack} />
    ) : null,
  };
}
