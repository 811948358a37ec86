// A field for rich text. Until its editor is there, and if it never comes, a plain field of the same size takes what
// is typed, and nothing of it is lost.
import { Button } from "@shopify/polaris";
import { useCallback, useEffect, useRef, useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock.ts";
import { useAfterPaint } from "../use-after-paint.ts";
import type { EditorProps } from "./editor.tsx";
import { htmlOfText, textOfHtml } from "./text.ts";
import styles from "./editor.module.css";

const PAUSE = 600;

type Loaded = ComponentType<EditorProps>;
/** Kept between pages: only the first field of a visit has to wait. */
let loaded: Loaded | null = null;

export function RichText(props: EditorProps) {
  const [Editor, setEditor] = useState<Loaded | null>(() => loaded);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const plain = useRef<HTMLTextAreaElement | null>(null);
  const [took, setTook] = useState(0);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    let gone = false;
    const show = (editor: Loaded) => {
      loaded = editor;
      if (!gone) setEditor(() => editor);
    };
    if (!loaded)
      void import("./editor.tsx").then(
        ({ Editor: editor }) => show(editor),
        () => !gone && setFailed(true),
      );
    return () => {
      gone = true;
    };
  }, [attempt]);

  const asked = useRef(props.focusAsked);
  const typedAt = useRef(0);
  useEffect(() => {
    if (props.focusAsked === asked.current) return;
    asked.current = props.focusAsked;
    // Whoever asked types on: letters that no field takes would be shortcuts.
    typedAt.current = now().getTime();
    plain.current?.focus();
  }, [props.focusAsked]);

  /** What was typed while the editor was on its way is taken over as the plain field goes, to the last letter, and so is the focus. */
  const keepTyped = useCallback((field: HTMLTextAreaElement | null) => {
    const typed = plain.current?.value ?? "";
    if (!field && plain.current && plain.current === document.activeElement) setTook((times) => times + 1);
    plain.current = field;
    if (!field && typed) latest.current.onChange(latest.current.value + htmlOfText(typed));
  }, []);

  // Making an editor takes a while: the page it belongs to is seen first, unless there is something in it to be seen.
  const painted = useAfterPaint();
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!Editor || !painted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Letters typed while one field gives way to the other would be nobody's.
    const look = () => {
      const typing = plain.current !== null && plain.current === document.activeElement;
      if (typing && now().getTime() - typedAt.current < PAUSE) timer = setTimeout(look, PAUSE / 4);
      else setQuiet(true);
    };
    look();
    return () => clearTimeout(timer);
  }, [Editor, painted]);
  if (Editor && (quiet || props.value || props.focusFirst))
    return <Editor {...props} focusAsked={(props.focusAsked ?? 0) + took} />;
  if (failed)
    return (
      <PlainText
        {...props}
        onAgain={() => {
          setFailed(false);
          setAttempt(attempt + 1);
        }}
      />
    );
  return (
    <div className={styles.editor}>
      <div className={styles.toolbar} data-open={props.toolsOpen ?? true} />
      <textarea
        ref={keepTyped}
        className={styles.plain}
        aria-label={props.label}
        placeholder={props.placeholder}
        autoFocus={props.focusFirst ?? false}
        onInput={() => (typedAt.current = now().getTime())}
        onBlur={() => setQuiet(true)}
        // A chord such as Ctrl+Enter is about what has been typed: it has to be known by then.
        onKeyDown={({ key }) => (key === "Control" || key === "Meta") && setQuiet(true)}
        data-testid="editor-loading"
      />
    </div>
  );
}

/** Without a connection the editor cannot be loaded, but a reply can still be written. */
function PlainText(props: EditorProps & { onAgain: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => textOfHtml(props.value));
  const said = useRef(props.value);
  useEffect(() => {
    if (props.value !== said.current) setText(textOfHtml(props.value));
  }, [props.value]);
  return (
    <div className={styles.editor}>
      <div className={styles.plainNotice}>
        {t("editor.plainOnly")}{" "}
        <Button variant="plain" onClick={props.onAgain}>
          {t("editor.loadAgain")}
        </Button>
      </div>
      <textarea
        className={styles.plain}
        aria-label={props.label}
        placeholder={props.placeholder}
        value={text}
        readOnly={props.locked ?? false}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          said.current = htmlOfText(value);
          props.onTouched?.();
          props.onChange(said.current);
        }}
      />
    </div>
  );
}
