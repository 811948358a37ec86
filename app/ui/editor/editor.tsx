// The rich text editor itself: a piece of its own for the browser, loaded when a page first shows it (rich-text.tsx).
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState, type MutableRefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Upload } from "../uploads/upload.ts";
import { extensionsFor } from "./extensions.ts";
import { focusEnd } from "./handle.ts";
import { handlers } from "./handlers.ts";
import { replaceContent } from "./replace-content.ts";
import { Toolbar } from "./toolbar.tsx";
import { insertImage, settleUploads } from "./uploaded-image.ts";
import { useOwnHeight } from "./use-own-height.ts";
import { useHandle, useTelling } from "./use-telling.ts";
import { lookAgain, type EditorVariables } from "./variables.ts";
import styles from "./editor.module.css";

/** What the page can ask of the editor. */
export interface EditorHandle {
  /** Tells onChange of what was typed a moment ago. */
  flush: () => void;
  focus: () => void;
  /** puts HTML where the cursor is, and the cursor behind it */
  insert: (html: string) => void;
  /** the same with bare text */
  insertText: (text: string) => void;
  /** takes hold of a variable in the text */
  select: (written: string) => void;
  /** where the cursor stands on the screen */
  caret: () => { left: number; top: number; bottom: number };
}

export interface EditorProps {
  /** what the field is called, for screen readers */
  label: string;
  placeholder: string;
  /** HTML; empty for nothing */
  value: string;
  /** a moment after the last change: to make HTML of a long text takes a while */
  onChange: (html: string) => void;
  /** nothing may change while it is being sent */
  locked?: boolean;
  /** what is on its way into the text, and what has come */
  uploads: Upload[];
  /** begins to upload an image that stands in the text from now on */
  startImage: (file: File) => Upload;
  /** files that were pasted and cannot stand in the text */
  attach: (files: File[]) => void;
  /** each time this grows, the cursor goes to the end of the text */
  focusAsked?: number;
  /** the cursor goes there when the field first shows */
  focusFirst?: boolean;
  /** every change, at once and without its HTML: typing must cost nothing */
  onTouched?: () => void;
  /** for whoever has to have the text now, or puts something into it */
  handle?: MutableRefObject<EditorHandle | null>;
  /** on a small screen the toolbar hides behind a button of the page */
  toolsId?: string;
  toolsOpen?: boolean;
  /** no pictures stand in this text, and no files go with it */
  wordsOnly?: boolean;
  /** what variables stand for; without it braces are braces */
  variables?: EditorVariables;
  /** takes a slash that was typed where a word may begin */
  onSlash?: () => void;
  /** the same of an @; with it colleagues can be named in the text */
  onAt?: () => void;
}

export function Editor(props: EditorProps) {
  const { t } = useTranslation();
  const latest = useRef(props);
  latest.current = props;
  const [linking, setLinking] = useState(false);
  const said = useRef(props.value);
  const { label, placeholder } = props;
  const names = props.onAt !== undefined;
  const fixed = useMemo(
    () => ({
      extensions: extensionsFor(() => latest.current.placeholder, {
        isLocked: () => latest.current.locked ?? false,
        editLink: () => setLinking(true),
        variables: () => latest.current.variables ?? null,
        onSign: (sign) => {
          const take = sign === "/" ? latest.current.onSlash : latest.current.onAt;
          take?.();
          return take !== undefined;
        },
        names,
      }),
      editorProps: {
        ...handlers(latest),
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          "aria-placeholder": latest.current.placeholder,
          class: styles.text ?? "",
        },
      },
    }),
    [label, names],
  );
  const editor = useEditor({
    ...fixed,
    content: props.value,
    autofocus: props.focusFirst ? "end" : false,
    onUpdate: () => touched(),
  });
  const invited = useRef(placeholder);
  useEffect(() => {
    if (placeholder === invited.current) return;
    invited.current = placeholder;
    editor.view.dom.setAttribute("aria-placeholder", placeholder);
    // It is drawn with the text.
    editor.view.dispatch(editor.state.tr);
  }, [editor, placeholder]);
  const box = useOwnHeight<HTMLDivElement>(editor);
  const { flush, touched } = useTelling(editor, said, latest);
  useHandle(editor, props.handle, flush);

  useEffect(() => {
    // Sent, or given back: somebody else has changed the text.
    if (props.value === said.current) return;
    said.current = props.value;
    replaceContent(editor, props.value);
  }, [editor, props.value]);
  useEffect(() => settleUploads(editor, props.uploads), [editor, props.uploads]);
  const { variables } = props;
  useEffect(() => {
    if (variables) lookAgain(editor);
  }, [editor, variables]);
  const asked = useRef(props.focusAsked);
  useEffect(() => {
    if (props.focusAsked === asked.current) return;
    asked.current = props.focusAsked;
    focusEnd(editor);
  }, [editor, props.focusAsked]);

  const insertImages = (files: File[]) => {
    editor.commands.focus();
    for (const file of files) insertImage(editor.view, latest.current.startImage(file));
  };
  return (
    <div className={styles.editor} data-locked={props.locked ?? false}>
      <Toolbar
        editor={editor}
        label={t("editor.tools")}
        {...(props.toolsId ? { id: props.toolsId } : {})}
        open={props.toolsOpen ?? true}
        linking={linking}
        setLinking={setLinking}
        {...(props.wordsOnly ? {} : { onImages: insertImages })}
      />
      <div className={styles.sheet}>
        <EditorContent editor={editor} className={styles.content} innerRef={box} />
      </div>
    </div>
  );
}
