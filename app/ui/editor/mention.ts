// A colleague named in a note: one thing that is put in and taken out whole.
import { Node } from "@tiptap/core";
import { escapeHtml } from "../../mail/text.ts";

export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    "data-mention": {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute("data-mention"),
    },
    words: { default: "", parseHTML: (element: HTMLElement) => element.textContent, rendered: false },
  }),
  parseHTML: () => [{ tag: "span[data-mention]" }],
  renderHTML: ({ node, HTMLAttributes }) => ["span", HTMLAttributes, String(node.attrs.words)],
  renderText: ({ node }) => String(node.attrs.words),
});

/** As a note has it (mail/written.ts). */
export const mentionHtml = ({ id, name }: { id: string; name: string }): string =>
  `<p><span data-mention="${id}">@${escapeHtml(name)}</span></p>`;
