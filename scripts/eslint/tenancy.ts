// A row never changes tenant. On a composite relation Prisma's relation writes rewrite workspaceId, so
// writes use scalar ids only.
import type { Rule } from "eslint";
import type { Node } from "estree";
import { constant, nameOf, prismaCall, propertiesOf, unwrapped } from "./prisma-call.ts";

const RELATION_WRITES = ["connect", "connectOrCreate", "disconnect", "set"];

/** Which arguments of a write hold columns, and whether they go into a row that exists already. */
const WRITES: Record<string, { key: string; existing: boolean }[]> = {
  create: [{ key: "data", existing: false }],
  createMany: [{ key: "data", existing: false }],
  createManyAndReturn: [{ key: "data", existing: false }],
  update: [{ key: "data", existing: true }],
  updateMany: [{ key: "data", existing: true }],
  updateManyAndReturn: [{ key: "data", existing: true }],
  upsert: [
    { key: "create", existing: false },
    { key: "update", existing: true },
  ],
};

export const tenancy: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { description: "writes use scalar ids and never change a row's workspace" },
    messages: {
      relation: "`{{key}}` rewrites workspaceId on a composite relation: write the scalar id instead.",
      move: "A row never changes workspace: leave workspaceId out of what is updated.",
    },
  },
  create: (context) => ({
    CallExpression(node) {
      const call = prismaCall(node);
      const parts = call && WRITES[call.method];
      if (!parts || !call.argument) return;
      const { properties } = propertiesOf(call.argument, context);
      for (const { key, existing } of parts) {
        const given = properties.find((property) => nameOf(property.key, property.computed) === key);
        // A directory row learns its workspace when it is known; a tenant row has it from the start.
        if (given) inspect(context, given.value, existing && !call.model.directory, new Set());
      }
    },
  }),
};

/** Looks through everything written: nested objects, lists, spread constants, callbacks that make rows. */
function inspect(context: Rule.RuleContext, node: Node, existing: boolean, seen: Set<Node>): void {
  if (seen.has(node)) return;
  seen.add(node);
  const inner = unwrapped(node);
  const behind = constant(inner, context);
  if (behind) return inspect(context, behind, existing, seen);
  if (inner.type === "Property") {
    const key = nameOf(inner.key, inner.computed) ?? "";
    if (RELATION_WRITES.includes(key))
      return context.report({ node: inner, messageId: "relation", data: { key } });
    if (existing && key === "workspaceId") context.report({ node: inner, messageId: "move" });
    // What a nested write looks for is not what it writes.
    return key === "where" ? undefined : inspect(context, inner.value, existing, seen);
  }
  for (const child of partsOf(inner, context)) inspect(context, child, existing, seen);
}

/** Arguments of other calls are theirs, not columns; only functions among them (`ids.map((id) => …)`) are followed. */
function partsOf(node: Node, context: Rule.RuleContext): Node[] {
  if (node.type === "CallExpression") {
    const makers = node.arguments.filter(
      (argument) => argument.type === "ArrowFunctionExpression" || argument.type === "FunctionExpression",
    );
    return [node.callee, ...makers];
  }
  const keys = context.sourceCode.visitorKeys[node.type] ?? [];
  return keys
    .flatMap((key) => (node as unknown as Record<string, Node | (Node | null)[] | null>)[key] ?? [])
    .filter((child) => child !== null);
}
