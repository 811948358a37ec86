// The one primary button says what happens; beside a reply's, what else can happen with it. The last choice is kept.
import { ActionList, Button, ButtonGroup, Popover } from "@shopify/polaris";
import { CheckCircleIcon, ChevronDownIcon, SendIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CLOSE, NOTHING, type After } from "./after.ts";
import { lastChoice, rememberChoice } from "./last-choice.ts";
import type { Writing } from "./use-writing.ts";

export function SendButtons({ writing }: { writing: Writing }) {
  return writing.mode === "reply" ? <ReplyButtons writing={writing} /> : <Plain writing={writing} />;
}

function Plain({ writing }: { writing: Writing }) {
  const { t } = useTranslation();
  const { mode, sending, sendable } = writing;
  return (
    <Button variant="primary" submit loading={sending} disabled={!sendable && !sending}>
      {t(`compose.do.${mode}`)}
    </Button>
  );
}

function ReplyButtons({ writing }: { writing: Writing }) {
  const { t } = useTranslation();
  const { sending, sendable, send } = writing;
  const [closes, setCloses] = useState(false);
  const [open, setOpen] = useState(false);
  // Kept in the browser: only known once the page is there.
  useEffect(() => setCloses(lastChoice() === "close"), []);
  const choose = (after: After) => {
    setOpen(false);
    setCloses(after.then === "close");
    rememberChoice(after.then);
    void send(after);
  };
  const disabled = !sendable && !sending;
  return (
    <ButtonGroup variant="segmented">
      <Button
        variant="primary"
        loading={sending}
        disabled={disabled}
        onClick={() => void send(closes ? CLOSE : NOTHING)}
      >
        {t(closes ? "compose.after.close" : "compose.do.reply")}
      </Button>
      <Popover
        active={open}
        preferredPosition="above"
        preferredAlignment="right"
        onClose={() => setOpen(false)}
        activator={
          <Button
            variant="primary"
            icon={ChevronDownIcon}
            disabled={disabled}
            accessibilityLabel={t("compose.after.choose")}
            ariaExpanded={open}
            onClick={() => setOpen(!open)}
          />
        }
      >
        <ActionList
          actionRole="menuitem"
          items={[
            { content: t("compose.do.reply"), icon: SendIcon, onAction: () => choose(NOTHING) },
            { content: t("compose.after.close"), icon: CheckCircleIcon, onAction: () => choose(CLOSE) },
          ]}
        />
      </Popover>
    </ButtonGroup>
  );
}
