// What people read comes from app/i18n, in three languages; a component holds keys, not sentences.
import type { Rule } from "eslint";
import type { Node } from "estree";

/** Attributes whose text is shown or read aloud. */
const SHOWN = new Set([
  "accessibilityLabel",
  "alt",
  "aria-label",
  "content",
  "helpText",
  "heading",
  "label",
  "placeholder",
  "subtitle",
  "title",
]);

const WORD = /\p{L}{2,}/u;

export const uiText: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { description: "no literal text in components" },
    messages: { literal: "Put this text into app/i18n and show it with t(…)." },
  },
  create: (context) => ({
    JSXText(node: Node & { value: string }) {
      if (WORD.test(node.value)) context.report({ node, messageId: "literal" });
    },
    JSXAttribute(node: Node & { name: { name: unknown }; value: Node | null }) {
      if (!SHOWN.has(String(node.name.name)) || !node.value) return;
      const value = unpacked(node.value);
      if (value.type === "Literal" && WORD.test(String(value.value)))
        context.report({ node, messageId: "literal" });
      if (value.type === "TemplateLiteral" && value.quasis.some((part) => WORD.test(part.value.raw)))
        context.report({ node, messageId: "literal" });
    },
  }),
};

/** `label={"…"}` and `label="…"` are the same. */
const unpacked = (node: Node): Node => {
  const container = node as unknown as { type: string; expression: Node };
  return container.type === "JSXExpressionContainer" ? container.expression : node;
};
