// A name lives in one file and is imported from there.
import type { Rule } from "eslint";

export const noBarrel: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { description: "no index files, nothing passed on from another of our files" },
    messages: {
      index: "No index files: name the file for what it holds.",
      passedOn: "Import it from where it lives instead of passing it on.",
    },
  },
  create: (context) => ({
    Program(node) {
      if (/[/\\]index\.[cm]?[jt]sx?$/.test(context.filename)) context.report({ node, messageId: "index" });
    },
    ExportAllDeclaration: (node) => context.report({ node, messageId: "passedOn" }),
    ExportNamedDeclaration(node) {
      if (String(node.source?.value ?? "").startsWith(".")) context.report({ node, messageId: "passedOn" });
    },
  }),
};
