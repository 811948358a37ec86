import { BlockStack, Box, Button, Form, InlineStack, TextField } from "@shopify/polaris";
import type { Editor } from "@tiptap/core";
import { useEffect, useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { hrefFrom } from "./href.ts";
import { Popover } from "../popover.tsx";

/** Where the link at the cursor leads: set, changed or taken away. */
export function LinkPopover(props: {
  editor: Editor;
  open: boolean;
  onClose: () => void;
  activator: ReactElement;
}) {
  const { editor, open } = props;
  const close = () => {
    props.onClose();
    editor.commands.focus();
  };
  return (
    <Popover
      active={open}
      activator={props.activator}
      onClose={close}
      autofocusTarget="first-node"
      preferredPosition="above"
      preventFocusOnClose
    >
      {/* It stands elsewhere on the page, but its events pass through the form the editor is in. */}
      <div onSubmit={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
        <Box padding="300" minWidth="260px">
          {open ? <LinkForm editor={editor} onDone={close} /> : null}
        </Box>
      </div>
    </Popover>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const [written, setWritten] = useState("");
  const [wrong, setWrong] = useState(false);
  const current: unknown = editor.getAttributes("link").href;
  useEffect(() => {
    if (typeof current === "string") setWritten(current.replace(/^(?:mailto|tel):/, ""));
  }, [current]);
  const apply = () => {
    const href = hrefFrom(written);
    if (!href) return setWrong(true);
    setLink(editor, href, written.trim());
    onDone();
  };
  return (
    <Form onSubmit={apply}>
      <BlockStack gap="200">
        <TextField
          label={t("editor.linkTo")}
          value={written}
          onChange={(text) => {
            setWritten(text);
            setWrong(false);
          }}
          autoComplete="off"
          error={wrong ? t("editor.linkWrong") : undefined}
        />
        <InlineStack gap="200" align="end">
          {current ? (
            <Button
              variant="tertiary"
              onClick={() => {
                editor.chain().extendMarkRange("link").unsetLink().run();
                onDone();
              }}
            >
              {t("editor.unlink")}
            </Button>
          ) : null}
          <Button submit>{t("editor.setLink")}</Button>
        </InlineStack>
      </BlockStack>
    </Form>
  );
}

/** Where nothing is selected the address itself becomes the words. */
function setLink(editor: Editor, href: string, words: string): void {
  const chain = editor.chain().extendMarkRange("link");
  if (!editor.state.selection.empty || editor.isActive("link")) chain.setLink({ href }).run();
  else
    chain
      .insertContent([{ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] }])
      .unsetMark("link")
      .run();
}
