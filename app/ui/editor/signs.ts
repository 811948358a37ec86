// A slash or an @ where a word may begin asks for something to put in its place.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

export type Sign = "/" | "@";

/** `ask` answers whether somebody takes the sign; whoever takes it gives it back when nothing was chosen. */
export const Signs = (ask: (sign: Sign) => boolean): Extension =>
  Extension.create({
    name: "signs",
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, text) => {
            if (!isSign(text) || from !== to || view.composing) return false;
            const { parent, parentOffset } = view.state.doc.resolve(from);
            const before = parent.textBetween(0, parentOffset, undefined, "\n");
            return (before === "" || /\s$/.test(before)) && ask(text);
          },
        },
      }),
    ],
  });

const isSign = (text: string): text is Sign => text === "/" || text === "@";
