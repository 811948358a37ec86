// Macros where an answer is written: "/" or the button opens the list, what is chosen goes in at the cursor, and its
// variables are filled in as soon as they are known.
import { useAppBridge } from "@shopify/app-bridge-react";
import { useMemo, type ReactNode, type MutableRefObject } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock.ts";
import type { Macro, MacroAction } from "../../tickets/macros/macro.ts";
import { fillHtml, variablesLeft } from "../../tickets/variables-in-html.ts";
import { useCommands } from "../commands/registry.ts";
import type { EditorHandle } from "../editor/editor.tsx";
import type { EditorVariables } from "../editor/variables.ts";
import { useAsked } from "../finder/use-asked.ts";
import { useLive } from "../live/live.tsx";
import { callVerb } from "../verb.ts";
import { useFacts } from "./facts.ts";
import { rememberUse } from "./known.ts";
import { MacroPicker } from "./picker.tsx";
import { useActionWords, useWhy } from "./words.ts";

export interface MacroWriting {
  /** for the editor */
  variables: EditorVariables;
  onSlash: () => void;
  /** variables that stand in the text and are not filled in, as written */
  left: string[];
  say: (name: string) => string;
  /** asks Shopify again */
  again: () => void;
  /** takes hold of one of them in the text */
  select: (written: string) => void;
  open: () => void;
  /** the list, while it is open */
  picker: ReactNode;
}

export function useMacroWriting(props: {
  ticketId: string;
  html: string;
  editor: MutableRefObject<EditorHandle | null>;
  /** a macro's text where there is no editor to put it in */
  append: (html: string) => void;
  /** what a macro with words also does: kept until they are sent */
  onActions: (actions: MacroAction[]) => void;
}): MacroWriting {
  const { t } = useTranslation();
  const { ticketId, html, editor: handle } = props;
  const list = useAsked("/", handle);
  const left = useMemo(() => variablesLeft(html), [html]);
  const order = left.some((written) => /(?:order|tracking)\./.test(written));
  const { facts, again } = useFacts(ticketId, { own: left.length > 0, order });
  const say = useWhy(facts);
  const variables = useMemo(() => ({ facts, say }), [facts, say]);
  const doNow = useDoNow(ticketId);
  useCommands([
    { id: "write.macro", label: t("macros.insert"), section: "write", keys: "m", run: list.open },
  ]);
  const choose = (macro: Macro) => {
    list.done();
    rememberUse(macro, now());
    if (!macro.html) return void doNow(macro.actions);
    if (handle.current) handle.current.insert(macro.html);
    else props.append(fillHtml(macro.html, facts));
    if (macro.actions.length) props.onActions(macro.actions);
  };
  return {
    variables,
    onSlash: list.onSign,
    left,
    say,
    again,
    select: (written) => handle.current?.select(written),
    open: list.open,
    picker: list.asked ? (
      <MacroPicker
        ticketId={ticketId}
        at={handle.current?.caret() ?? null}
        onChoose={choose}
        onClose={list.giveBack}
      />
    ) : null,
  };
}

/** Does what a macro without words does, at once; it can be taken back. */
function useDoNow(ticketId: string): (actions: MacroAction[]) => Promise<void> {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  const words = useActionWords();
  const post = async (actions: unknown) => {
    const fields = { actions: JSON.stringify(actions) };
    const result = await callVerb<{ undo: unknown[] }>("POST", `/app/tickets/${ticketId}/actions`, fields);
    refresh();
    return result;
  };
  return async (actions) => {
    const result = await post(actions);
    if (!result.ok) shopify.toast.show(t("macros.failed"), { isError: true });
    else if (!result.data.undo.length) shopify.toast.show(t("macros.doneNothing"));
    else {
      const { undo } = result.data;
      const what = actions.flatMap((action) => words(action) ?? []).join(", ");
      const takeBack = async () => {
        const { ok } = await post(undo);
        shopify.toast.show(t(ok ? "macros.undone" : "macros.failed"));
      };
      shopify.toast.show(t("macros.done", { what }), {
        action: t("macros.undo"),
        onAction: () => void takeBack(),
        duration: 10_000,
      });
    }
  };
}
