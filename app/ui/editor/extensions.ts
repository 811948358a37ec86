// What a mail may be made of here: paragraphs, bold, italic, underlined and struck words, lists, quotes, links, images.
import { Extension, type Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { Plugin } from "@tiptap/pm/state";
import { StarterKit } from "@tiptap/starter-kit";
import { isAllowedHref } from "./href.ts";
import { Mention } from "./mention.ts";
import { Signs, type Sign } from "./signs.ts";
import { UploadedImage } from "./uploaded-image.ts";
import { Variables, type EditorVariables } from "./variables.ts";

/** What the extensions ask of the component around them, when it happens. */
export interface Around {
  isLocked: () => boolean;
  editLink: () => void;
  variables: () => EditorVariables | null;
  /** whether somebody takes a sign that was typed where a word may begin */
  onSign: (sign: Sign) => boolean;
  /** colleagues can be named in it */
  names: boolean;
}

export const extensionsFor = (placeholder: () => string, around: Around): Extensions => [
  StarterKit.configure({
    heading: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      isAllowedUri: isAllowedHref,
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  UploadedImage.configure({ inline: true }),
  Placeholder.configure({ placeholder }),
  Variables(around.variables),
  Signs(around.onSign),
  ...(around.names ? [Mention] : []),
  Extension.create({
    name: "samla",
    addKeyboardShortcuts() {
      return {
        "Mod-k": () => {
          around.editLink();
          return true;
        },
        // Tab moves on to what comes next on the page, so items move with the keys of Google Docs.
        "Mod-]": () => this.editor.commands.sinkListItem("listItem"),
        "Mod-[": () => this.editor.commands.liftListItem("listItem"),
      };
    },
    // While a reply is being sent nothing changes it. Not made read-only: that would take the focus away.
    addProseMirrorPlugins: () => [
      new Plugin({ filterTransaction: (change) => !change.docChanged || !around.isLocked() }),
    ],
  }),
];
