import { createDocument, type Editor } from "@tiptap/core";
import { EditorState, TextSelection } from "@tiptap/pm/state";

/** Another text altogether, with a history of its own: undoing never brings back what was sent. */
export function replaceContent(editor: Editor, html: string): void {
  const { schema, plugins } = editor.state;
  const doc = createDocument(html, schema);
  const state = EditorState.create({ doc, plugins, selection: TextSelection.atEnd(doc) });
  editor.view.updateState(state);
  // So that everybody who listens looks again.
  editor.view.dispatch(state.tr);
}

/** The editor's HTML, "" for nothing. */
export const emptied = (editor: Editor): string => (editor.isEmpty ? "" : editor.getHTML());
