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

/** JSX nodes are not among the linter's own types. */
interface JsxText {
  value: string;
}
interface JsxAttribute {
  name: { name: unknown };
  value: Node | null;
  parent: { name: { name: unknown } };
}

const WORD = /\p{L}{2,}/u;

export const uiText: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { description: "no literal text in components" },
    messages: { literal: "Put this text into app/i18n and show it with t(…)." },
  },
  create: (context) => ({
    JSXText(node: Node) {
      if (WORD.test((node as unknown as JsxText).value)) context.report({ node, messageId: "literal" });
    },
    JSXAttribute(node: Node) {
      const attribute = node as unknown as JsxAttribute;
      const isShown = SHOWN.has(String(attribute.name.name)) && attribute.parent.name.name !== "meta";
      if (!isShown || !attribute.value) return;
      const value = unpacked(attribute.value);
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
