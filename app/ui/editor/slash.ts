// A slash where a word may begin asks for something to put in its place.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/** `ask` answers whether it takes the slash; whoever takes it gives it back when nothing was chosen. */
export const Slash = (ask: () => boolean): Extension =>
  Extension.create({
    name: "slash",
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, text) => {
            if (text !== "/" || from !== to || view.composing) return false;
            const { parent, parentOffset } = view.state.doc.resolve(from);
            const before = parent.textBetween(0, parentOffset, undefined, "\n");
            return (before === "" || /\s$/.test(before)) && ask();
          },
        },
      }),
    ],
  });
