// The workspace comes first: whatever reads or changes rows of a tenant table says whose.
import type { Rule } from "eslint";
import type { Node, Property, TaggedTemplateExpression } from "estree";
import { models } from "./models.ts";
import { nameOf, prismaCall, propertiesOf } from "./prisma-call.ts";

const METHODS = new Set([
  "findFirst",
  "findFirstOrThrow",
  "findMany",
  "findUnique",
  "findUniqueOrThrow",
  "update",
  "updateMany",
  "updateManyAndReturn",
  "upsert",
  "delete",
  "deleteMany",
  "count",
  "aggregate",
  "groupBy",
]);

const tenantTables = new Set(
  [...models.values()].filter((model) => !model.directory).map(({ name }) => name),
);

export const tenantWhere: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { description: "queries of tenant tables name the workspace" },
    messages: {
      missing: "{{model}} belongs to a workspace: `where` must say which ({{wanted}}).",
      sql: 'This SQL reads "{{table}}" and never mentions "workspaceId".',
    },
  },
  create: (context) => ({
    CallExpression(node) {
      const call = prismaCall(node);
      if (!call || call.model.directory || !METHODS.has(call.method)) return;
      const root = call.model.name === "Workspace";
      const where = call.argument && propertyOf(call.argument, "where", context);
      if (where && saysWhose(where.value, root, context)) return;
      const wanted = root ? "id" : "workspaceId, or a key that begins with it";
      context.report({ node, messageId: "missing", data: { model: call.model.name, wanted } });
    },
    TaggedTemplateExpression(node) {
      const table = isQuery(node) ? tenantTableIn(node) : null;
      if (table) context.report({ node, messageId: "sql", data: { table } });
    },
  }),
};

const propertyOf = (node: Node, key: string, context: Rule.RuleContext): Property | undefined =>
  propertiesOf(node, context).properties.find((property) => nameOf(property.key, property.computed) === key);

function saysWhose(where: Node, root: boolean, context: Rule.RuleContext): boolean {
  return propertiesOf(where, context).properties.some((property) => {
    const key = nameOf(property.key, property.computed) ?? "";
    const isUndefined = property.value.type === "Identifier" && property.value.name === "undefined";
    return !isUndefined && (root ? key === "id" : key === "workspaceId" || key.startsWith("workspaceId_"));
  });
}

const isQuery = ({ tag }: TaggedTemplateExpression): boolean =>
  tag.type === "MemberExpression" && ["$queryRaw", "$executeRaw"].includes(nameOf(tag.property) ?? "");

function tenantTableIn({ quasi }: TaggedTemplateExpression): string | null {
  const sql = quasi.quasis.map((part) => part.value.raw).join(" ");
  const tables = [...sql.matchAll(/\b(?:from|join|update|into)\s+(?:only\s+)?"(\w+)"/gi)].map(
    ([, name = ""]) => name,
  );
  const wanted = tables.find((table) => tenantTables.has(table));
  if (!wanted) return null;
  const named = wanted === "Workspace" ? /\bid\b/ : /"workspaceId"/;
  return named.test(sql) ? null : wanted;
}
