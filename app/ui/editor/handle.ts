// What a page does with the text from outside the editor. What is put in leaves the cursor there at once: the next
// letter is meant for the text.
import { createDocument, type Editor } from "@tiptap/core";
import { Slice, type Node } from "@tiptap/pm/model";
import type { EditorHandle } from "./editor.tsx";
import { selectWritten } from "./variables.ts";

export const handleOf = (editor: Editor): Omit<EditorHandle, "flush"> => ({
  focus: () => editor.view.focus(),
  insert: (html) => {
    const { content } = createDocument(html, editor.schema);
    // Its first and last paragraph join the ones the cursor stands between.
    const slice = new Slice(content, openAt(content.firstChild), openAt(content.lastChild));
    editor.view.dispatch(editor.state.tr.replaceSelection(slice).scrollIntoView());
    editor.view.focus();
  },
  insertText: (text) => {
    // Nothing put in leaves what is selected alone.
    if (text) editor.view.dispatch(editor.state.tr.insertText(text).scrollIntoView());
    editor.view.focus();
  },
  select: (written) => selectWritten(editor, written),
  caret: () => editor.view.coordsAtPos(editor.state.selection.from),
});

/** Puts the cursor at the end of the text, now: Tiptap's own way waits for a frame, and letters typed meanwhile are nobody's. */
export function focusEnd(editor: Editor): void {
  editor.chain().setTextSelection(editor.state.doc.content.size).scrollIntoView().run();
  editor.view.focus();
}

const openAt = (node: Node | null): number => (node?.type.name === "paragraph" ? 1 : 0);
