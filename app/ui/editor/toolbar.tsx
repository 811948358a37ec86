import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  ImageIcon,
  LinkIcon,
  ListBulletedIcon,
  ListNumberedIcon,
  TextBoldIcon,
  TextItalicIcon,
  TextQuoteIcon,
  TextUnderlineIcon,
  UndoIcon,
} from "@shopify/polaris-icons";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { LinkPopover } from "./link-popover.tsx";
import { Tool } from "./tool.tsx";
import styles from "./editor.module.css";

/** The quiet row above the text. One stop for Tab; the arrow keys go along it. */
export function Toolbar(props: {
  editor: Editor;
  label: string;
  id?: string;
  open: boolean;
  linking: boolean;
  setLinking: (linking: boolean) => void;
  /** without it there is no button for pictures */
  onImages?: (files: File[]) => void;
}) {
  const { t } = useTranslation();
  const { editor } = props;
  const [stop, setStop] = useState(0);
  const chooser = useRef<HTMLInputElement>(null);
  const now = useEditorState({ editor, selector: ({ editor: current }) => stateOf(current) });
  const run = () => editor.chain().focus();
  const tools = [
    { name: "bold", icon: TextBoldIcon, keys: "Mod+B", on: now.bold, use: () => run().toggleBold().run() },
    {
      name: "italic",
      icon: TextItalicIcon,
      keys: "Mod+I",
      on: now.italic,
      use: () => run().toggleItalic().run(),
    },
    {
      name: "underline",
      icon: TextUnderlineIcon,
      keys: "Mod+U",
      on: now.underline,
      use: () => run().toggleUnderline().run(),
    },
    {
      name: "bullets",
      icon: ListBulletedIcon,
      keys: "Mod+Shift+8",
      on: now.bullets,
      use: () => run().toggleBulletList().run(),
    },
    {
      name: "numbers",
      icon: ListNumberedIcon,
      keys: "Mod+Shift+7",
      on: now.numbers,
      use: () => run().toggleOrderedList().run(),
    },
    {
      name: "quote",
      icon: TextQuoteIcon,
      keys: "Mod+Shift+B",
      on: now.quote,
      use: () => run().toggleBlockquote().run(),
    },
    {
      name: "link",
      icon: LinkIcon,
      keys: "Mod+K",
      on: now.link,
      use: () => props.setLinking(!props.linking),
    },
    ...(props.onImages
      ? [{ name: "image", icon: ImageIcon, use: () => chooser.current?.click() } as const]
      : []),
    { name: "undo", icon: UndoIcon, keys: "Mod+Z", off: !now.undo, use: () => run().undo().run() },
  ] as const;
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -stop, End: tools.length - 1 - stop }[event.key];
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const next = (stop + step + tools.length) % tools.length;
    setStop(next);
    event.currentTarget.querySelectorAll<HTMLButtonElement>("[data-tool]")[next]?.focus();
  };
  return (
    <div
      role="toolbar"
      aria-label={props.label}
      {...(props.id ? { id: props.id } : {})}
      className={styles.toolbar}
      data-open={props.open}
      onKeyDown={move}
    >
      {tools.map(({ name, icon, use, ...tool }, index) => {
        const button = (
          <Tool
            key={name}
            label={t(`editor.${name}`)}
            icon={icon}
            keys={"keys" in tool ? tool.keys : null}
            pressed={"on" in tool ? tool.on : null}
            disabled={"off" in tool ? tool.off : false}
            stop={index === stop}
            onUse={() => {
              setStop(index);
              use();
            }}
          />
        );
        if (name !== "link") return button;
        const { linking: open, setLinking } = props;
        return (
          <LinkPopover
            key={name}
            editor={editor}
            open={open}
            onClose={() => setLinking(false)}
            activator={button}
          />
        );
      })}
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        data-testid="image-chooser"
        onChange={({ currentTarget }) => {
          props.onImages?.([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </div>
  );
}

const stateOf = (editor: Editor) => ({
  bold: editor.isActive("bold"),
  italic: editor.isActive("italic"),
  underline: editor.isActive("underline"),
  bullets: editor.isActive("bulletList"),
  numbers: editor.isActive("orderedList"),
  quote: editor.isActive("blockquote"),
  link: editor.isActive("link"),
  undo: editor.can().undo(),
});
