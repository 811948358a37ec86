// What the editor does with keys and with what is pasted.
import type { EditorProps as ViewProps } from "@tiptap/pm/view";
import { DOMParser as SchemaParser } from "@tiptap/pm/model";
import type { EditorProps } from "./editor.tsx";
import { cleanPaste } from "./paste/clean.ts";
import { wantsFiles } from "./pasted-files.ts";
import { htmlOfText } from "./text.ts";
import { insertImage } from "./uploaded-image.ts";

type Latest = { current: Pick<EditorProps, "startImage" | "attach" | "wordsOnly"> };

export const handlers = (latest: Latest): ViewProps => ({
  handleDOMEvents: {
    // Tab belongs to the page, also inside a list: whoever uses the keyboard must get out of here.
    keydown: (_, event) => event.key === "Tab",
  },
  handleKeyDown: (view, event) => {
    if (event.key === "Escape") view.dom.blur();
    // Sends (the form around listens), and is no line break.
    const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    return sends || event.key === "Escape";
  },
  handlePaste: (view, event) => {
    const clipboard = event.clipboardData;
    const files = [...(clipboard?.files ?? [])];
    const [html, text] = [clipboard?.getData("text/html") ?? "", clipboard?.getData("text/plain") ?? ""];
    if (latest.current.wordsOnly || !wantsFiles({ files: files.length, html, text })) return false;
    const images = files.filter(({ type }) => IN_TEXT.test(type));
    for (const image of images) insertImage(view, latest.current.startImage(image));
    const others = files.filter((file) => !images.includes(file));
    if (others.length) latest.current.attach(others);
    return true;
  },
  transformPastedHTML: cleanPaste,
  clipboardTextParser: (text, context, _plain, view) => {
    const box = document.createElement("div");
    box.innerHTML = htmlOfText(text);
    return SchemaParser.fromSchema(view.state.schema).parseSlice(box, { context, preserveWhitespace: true });
  },
});

/** Images that every mail program shows. */
const IN_TEXT = /^image\/(?:png|jpeg|gif|webp)$/;
