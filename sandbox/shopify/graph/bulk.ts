// Bulk operations: a query over all there is, gathered in the background. One list at the root, without lists of its
// own: its nodes become the file's lines. Nested connections are refused.

import { randomInt } from "node:crypto";
import type { DocumentNode, FieldNode, SelectionSetNode } from "graphql";
import { execute, getNamedType, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import type { BulkOperation } from "../installation.ts";
import { adminSchema, validateDocument } from "../schema.ts";
import { sendWebhook } from "../webhooks.ts";
import { queryRoot } from "./root.ts";
import type { Caller, View } from "./view.ts";
import { notHere, resolveField } from "./view.ts";

/** Shopify runs as many at once per shop. */
const MOST_RUNNING = 5;

export function runBulkQuery(caller: Caller, { query }: { query: string }): View {
  const { installation, state } = caller;
  const { document, errors } = validateDocument(query);
  if (!document || errors.length) return refused("INVALID", errors[0]?.message ?? "Invalid bulk query");
  const running = [...installation.bulks.values()].filter(({ status }) => status === "RUNNING");
  if (running.length >= MOST_RUNNING)
    return refused(
      "OPERATION_IN_PROGRESS",
      "A bulk query operation for this app and shop is already in progress",
    );
  const paged = inPages(document);
  const operation: BulkOperation = {
    id: `gid://shopify/BulkOperation/${randomInt(1_000_000_000)}`,
    query,
    createdAt: state.now().toISOString(),
    completedAt: null,
    status: "RUNNING",
    errorCode: null,
    lines: [],
  };
  installation.bulks.set(operation.id, operation);
  setTimeout(() => void finish(caller, operation, paged), state.jobsTakeMs).unref();
  return { bulkOperation: bulkView(operation), userErrors: [] };
}

/** The lines a bulk query comes to, at once. */
export function linesOf(caller: Caller, query: string): Promise<string[]> {
  const { document } = validateDocument(query);
  if (!document) throw notHere(`This is no query: ${query}`);
  return gather(caller, inPages(document));
}

export function bulkOperationById({ installation }: Caller, id: string): View | null {
  const operation = installation.bulks.get(id);
  return operation ? bulkView(operation) : null;
}

async function finish(caller: Caller, operation: BulkOperation, document: DocumentNode): Promise<void> {
  try {
    operation.lines = await gather(caller, document);
    operation.status = "COMPLETED";
  } catch (error) {
    operation.status = "FAILED";
    operation.errorCode = /access denied|not approved/i.test(String(error))
      ? "ACCESS_DENIED"
      : "INTERNAL_SERVER_ERROR";
  }
  operation.completedAt = caller.state.now().toISOString();
  const payload = { admin_graphql_api_id: operation.id, status: operation.status.toLowerCase() };
  await sendWebhook(caller.state, { shop: caller.shop.domain, topic: "bulk_operations/finish", payload });
}

interface Page {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function gather(caller: Caller, document: DocumentNode): Promise<string[]> {
  const lines: string[] = [];
  let after: string | null = null;
  do {
    const result = await execute({
      schema: adminSchema().schema,
      document,
      rootValue: queryRoot(caller),
      contextValue: caller,
      variableValues: { after },
      fieldResolver: resolveField,
    });
    if (result.errors?.length) throw result.errors[0] ?? new Error("no answer");
    const [page] = Object.values(result.data ?? {}) as Page[];
    if (!page) throw new Error("nothing to gather");
    lines.push(...page.nodes.map((node) => JSON.stringify(node)));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return lines;
}

const PAGE_INFO = selectionOf("{ pageInfo { hasNextPage endCursor } }");

/** `{ orders { edges { node { … } } } }` as a query that is asked page by page. */
function inPages(document: DocumentNode): DocumentNode {
  const info = new TypeInfo(adminSchema().schema);
  let connections = 0;
  const changed = visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const type = info.getType();
        if (!type || !getNamedType(type).name.endsWith("Connection")) return undefined;
        connections += 1;
        if (connections > 1) throw notHere("The sandbox gathers one list, without lists within.");
        return paged(node);
      },
    }),
  );
  const text = parse("query Gather($after: String) { shop { id } }").definitions[0];
  if (text?.kind !== Kind.OPERATION_DEFINITION) throw new Error("unreachable");
  const [operation] = changed.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw notHere("A bulk query is one query.");
  return { ...changed, definitions: [{ ...text, selectionSet: operation.selectionSet }] };
}

function paged(node: FieldNode): FieldNode {
  const [edges] = node.selectionSet?.selections ?? [];
  const [inner] = (edges?.kind === Kind.FIELD && edges.selectionSet?.selections) || [];
  if (inner?.kind !== Kind.FIELD || !inner.selectionSet)
    throw notHere("The sandbox gathers lists asked for as edges { node { … } }.");
  const nodes: FieldNode = { ...inner, name: { kind: Kind.NAME, value: "nodes" } };
  const asked = parse("{ x(first: 250, after: $after) }").definitions[0];
  const field = asked?.kind === Kind.OPERATION_DEFINITION ? asked.selectionSet.selections[0] : undefined;
  const pages = field?.kind === Kind.FIELD ? (field.arguments ?? []) : [];
  return {
    ...node,
    arguments: [...(node.arguments ?? []), ...pages],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [nodes, ...PAGE_INFO.selections] },
  };
}

function selectionOf(source: string): SelectionSetNode {
  const [operation] = parse(source).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no selection");
  return operation.selectionSet;
}

const bulkView = (operation: BulkOperation): View => ({
  __typename: "BulkOperation",
  id: operation.id,
  status: operation.status,
  type: "QUERY",
  query: operation.query,
  createdAt: operation.createdAt,
  completedAt: operation.completedAt,
  errorCode: operation.errorCode,
  objectCount: String(operation.lines.length),
  rootObjectCount: String(operation.lines.length),
  partialDataUrl: null,
  fileSize: operation.lines.length ? String(Buffer.byteLength(operation.lines.join("\n"))) : null,
  url:
    operation.status === "COMPLETED" && operation.lines.length
      ? `https://storage.googleapis.com/bulk-operation-outputs/${operation.id.split("/").at(-1)}`
      : null,
});

const refused = (code: string, message: string): View => ({
  bulkOperation: null,
  userErrors: [{ code, field: ["query"], message }],
});
