// An image in the text is a file of ours, or on its way to become one. An image of elsewhere cannot stand in it.
import type { Editor } from "@tiptap/core";
import { Image } from "@tiptap/extension-image";
import type { EditorView } from "@tiptap/pm/view";
import type { Upload } from "../uploads/upload.ts";

const kept = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(name),
});

export const UploadedImage = Image.extend({
  addAttributes() {
    return {
      src: kept("src"),
      alt: kept("alt"),
      "data-file": kept("data-file"),
      "data-upload": kept("data-upload"),
    };
  },
  parseHTML: () => [{ tag: "img[data-file]" }, { tag: "img[data-upload]" }],
});

/** Puts an image where the cursor is, shown from this page until it has been uploaded. */
export function insertImage(view: EditorView, upload: Upload): void {
  const attrs = { src: upload.preview, alt: upload.file.name, "data-upload": upload.key };
  const image = view.state.schema.nodes.image?.create(attrs);
  if (image) view.dispatch(view.state.tr.replaceSelectionWith(image).scrollIntoView());
}

/** Gives every image that has been uploaded its address, and takes out what was stopped or is gone. */
export function settleUploads(editor: Editor, uploads: Upload[]): void {
  const { tr } = editor.state;
  editor.state.doc.descendants((node, position) => {
    const key: unknown = node.attrs["data-upload"];
    if (node.type.name !== "image" || !key) return;
    const upload = uploads.find((one) => one.key === key);
    const at = tr.mapping.map(position);
    if (!upload) tr.delete(at, at + node.nodeSize);
    else if (upload.done) {
      const { url, id, name } = upload.done;
      tr.setNodeMarkup(at, null, { src: url, alt: name, "data-file": id, "data-upload": null });
    }
  });
  // Undoing must not bring back an image that only this page could show.
  if (tr.docChanged) editor.view.dispatch(tr.setMeta("addToHistory", false));
}
