// No words stand in the components: they would never be translated.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const SPOKEN = new Set([
  "title",
  "label",
  "placeholder",
  "content",
  "alt",
  "aria-label",
  "accessibilityLabel",
  "helpText",
  "heading",
  "emptyStateTitle",
]);

const hasLetters = (text: string) => /\p{L}{2}/u.test(text);

/** The words a component file says by itself, each with its line. */
function literalTexts(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters(node.text)) note(node, node.text);
    if (ts.isJsxExpression(node) && ts.isJsxElement(node.parent) && node.expression) {
      if (ts.isStringLiteralLike(node.expression) && hasLetters(node.expression.text)) {
        note(node, node.expression.text);
      }
    }
    const named = ts.isJsxAttribute(node) || ts.isPropertyAssignment(node) ? node.name.getText() : "";
    if (SPOKEN.has(named.replaceAll('"', ""))) {
      const value = (node as ts.JsxAttribute | ts.PropertyAssignment).initializer;
      const said = value && ts.isJsxExpression(value) ? value.expression : value;
      if (said && ts.isStringLiteralLike(said) && hasLetters(said.text)) note(node, said.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const componentFiles = ["app/ui", "app/routes"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join(folder, name)),
);

// Technical values of <meta>, not words.
const ALLOWED = ["width=device-width"];

test("components say nothing that is not in the language files", () => {
  const found = [...componentFiles, "app/root.tsx"].flatMap((file) =>
    literalTexts(file, readFileSync(file, "utf8")),
  );
  expect(found.filter((line) => !ALLOWED.some((allowed) => line.includes(allowed)))).toEqual([]);
});

test.each([
  "<p>Hello there</p>",
  '<p>{"Hello there"}</p>',
  '<Banner title="Hello there" />',
  "<Banner title={`Hello there`} />",
  'toast({ content: "Hello there" })',
])("a planted %s is found", (planted) => {
  expect(literalTexts("planted.tsx", `const x = ${planted};`)).toEqual(["planted.tsx:1 Hello there"]);
});
