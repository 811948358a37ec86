// Node runs our files as they are: a relative import is the file's own name, a built-in says `node:`.
import { isBuiltin } from "node:module";
import type { Rule } from "eslint";
import type { Node } from "estree";

const FILE = /\.(ts|tsx|mts|mjs|js|json|css|graphql|svg)(\?\w+)?$/;

export const importPath: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { description: "imports are written so that Node finds them without help" },
    messages: {
      extension: "Write the file's whole name, with its extension.",
      alias: "No path aliases and no absolute paths: import relatively.",
      builtin: "Import a built-in as `node:{{name}}`.",
    },
  },
  create(context) {
    const check = (source: Node | null | undefined) => {
      if (source?.type !== "Literal" || typeof source.value !== "string") return;
      const name = source.value;
      if (/^(~|@)\/|^\/|^#/.test(name)) context.report({ node: source, messageId: "alias" });
      else if (name.startsWith(".") && !FILE.test(name))
        context.report({ node: source, messageId: "extension" });
      else if (!name.startsWith("node:") && isBuiltin(name))
        context.report({ node: source, messageId: "builtin", data: { name } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node: { source: Node }) => check(node.source),
    };
  },
};
