// Variables in the text being written: filled in as soon as they are known, marked while they are not.
import { Extension, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { findLeft } from "../../tickets/variables-in-html.ts";
import { valueOf, VARIABLE, variableOf, type Facts } from "../../tickets/variables.ts";

export interface EditorVariables {
  /** what is known by now; null: nothing is filled in here, variables are only shown as such */
  facts: Facts | null;
  /** what a variable is called, and why it is still there */
  say: (name: string) => string;
}

interface Found {
  from: number;
  to: number;
  written: string;
  name: string;
}

const KEY = new PluginKey<DecorationSet>("variables");

/** `read` is asked whenever the text changes. */
export const Variables = (read: () => EditorVariables | null): Extension =>
  Extension.create({
    name: "variables",
    addKeyboardShortcuts: () => ({ Backspace: ({ editor }) => removeWhole(editor) }),
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: KEY,
        state: {
          init: (_, state) => marked(state.doc, read()),
          apply: (change, marks) =>
            change.docChanged || change.getMeta(KEY) ? marked(change.doc, read()) : marks,
        },
        appendTransaction: (changes, _before, state) =>
          changes.some((change) => change.docChanged || change.getMeta(KEY)) ? filled(state, read()) : null,
        props: {
          decorations: (state) => KEY.getState(state),
          // A click takes hold of all of it: what is typed next stands in its place.
          handleClick: (view, position) => {
            const hit = read()?.facts
              ? foundIn(view.state.doc).find((one) => holds(one, position))
              : undefined;
            if (!hit) return false;
            view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, hit.from, hit.to)));
            return true;
          },
        },
      }),
    ],
  });

/** Looks again: something more is known. */
export const lookAgain = (editor: Editor): void =>
  editor.view.dispatch(editor.state.tr.setMeta(KEY, true).setMeta("addToHistory", false));

/** Takes hold of the first place where this stands. */
export function selectWritten(editor: Editor, written: string): void {
  const hit = foundIn(editor.state.doc).find((one) => one.written === written);
  if (!hit) return;
  editor.chain().setTextSelection(hit).scrollIntoView().run();
  // At once: the next letter is meant for the text.
  editor.view.focus();
}

function removeWhole(editor: Editor): boolean {
  const { selection, doc } = editor.state;
  const hit = selection.empty ? foundIn(doc).find(({ to }) => to === selection.from) : undefined;
  return hit ? editor.commands.deleteRange(hit) : false;
}

function marked(doc: Node, variables: EditorVariables | null): DecorationSet {
  if (!variables) return DecorationSet.empty;
  const marks = foundIn(doc).map(({ from, to, name }) =>
    Decoration.inline(from, to, {
      nodeName: "span",
      "data-variable": !variableOf(name) ? "stranger" : variables.facts ? "missing" : "known",
      title: variables.say(name),
    }),
  );
  return DecorationSet.create(doc, marks);
}

function filled(state: EditorState, variables: EditorVariables | null): Transaction | null {
  const facts = variables?.facts;
  if (!facts) return null;
  const { tr } = state;
  for (const { from, to, written } of foundIn(state.doc)) {
    const [whole] = written.matchAll(VARIABLE);
    const value = whole?.[0] === written ? valueOf(whole[1] ?? "", whole[2], facts) : undefined;
    if (value === undefined) continue;
    const [start, end] = [tr.mapping.map(from, 1), tr.mapping.map(to, -1)];
    if (value) tr.replaceWith(start, end, wordsOf(state, from, value));
    else tr.delete(start, end);
  }
  return tr.docChanged ? tr : null;
}

/** The value as text, never as markup, in the looks of what stood there; an address is a link. */
function wordsOf(state: EditorState, at: number, value: string): Node {
  const { link } = state.schema.marks;
  const marks = state.doc.resolve(at + 1).marks();
  const isLink = link && /^https?:\/\/\S+$/.test(value) && !link.isInSet(marks);
  return state.schema.text(value, isLink ? link.create({ href: value }).addToSet(marks) : marks);
}

const holds = ({ from, to }: Found, position: number): boolean => from <= position && position <= to;

/** Everything in the agent's own words that looks like a variable of ours; quotes hold what they hold. */
function foundIn(doc: Node): Found[] {
  const found: Found[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === "blockquote") return false;
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, "\n");
    if (!/[{}]{2}/.test(text)) return false;
    for (const { written, at, name } of findLeft(text)) {
      const from = position + 1 + at;
      found.push({ from, to: from + written.length, written, name });
    }
    return false;
  });
  return found;
}
