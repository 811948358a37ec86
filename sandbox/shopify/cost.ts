// Query costs and the leaky bucket. An object costs 1 point, a connection 2 plus its nodes, a mutation 10, a plain
// field nothing. Shopify's exact formula for connections is not published: read these as the right order of size.

import type {
  DocumentNode,
  FieldNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";
import {
  getNamedType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  isCompositeType,
  Kind,
  valueFromASTUntyped,
} from "graphql";
import type { Installation } from "./installation.ts";
import { BUCKET_SIZE, RESTORE_RATE } from "./installation.ts";

export const MAX_QUERY_COST = 1000;
const MUTATION_COST = 10;

export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/** What the operation may cost at most: every page full. */
export const requestedCost = (query: Operation): number => costOf(query, undefined);

/** What it did cost: the objects that are really in the answer. */
export const actualCost = (query: Operation, data: unknown): number => costOf(query, data ?? {});

/** Restores the bucket up to `now` and tells what is in it. */
export function available({ bucket }: Installation, now: Date): number {
  const seconds = bucket.at === 0 ? Infinity : Math.max(0, (now.getTime() - bucket.at) / 1000);
  bucket.available = Math.min(BUCKET_SIZE, bucket.available + seconds * RESTORE_RATE);
  bucket.at = now.getTime();
  return Math.floor(bucket.available);
}

/** Takes the points of a query that has run. */
export function spend({ bucket }: Installation, points: number): void {
  bucket.available = Math.max(0, bucket.available - points);
}

function costOf({ schema, document, operation, variables }: Operation, data: unknown): number {
  const isMutation = operation.operation === "mutation";
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) return 0;
  const walk = walker(schema, document, variables);
  return walk(operation.selectionSet, root.name, data) + (isMutation ? MUTATION_COST : 0);
}

/** Walks selections; with data it counts what is there, without (undefined) what could be. */
function walker(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>) {
  const fragments = new Map(
    document.definitions.flatMap((part) =>
      part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [],
    ),
  );

  function selections(set: SelectionSetNode, typeName: string, data: unknown): number {
    return set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + field(selection, typeName, data);
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return (
          sum + selections(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, data)
        );
      const fragment = fragments.get(selection.name.value);
      return fragment
        ? sum + selections(fragment.selectionSet, fragment.typeCondition.name.value, data)
        : sum;
    }, 0);
  }

  function field(node: FieldNode, typeName: string, data: unknown): number {
    const parent = schema.getType(typeName);
    const known = parent instanceof GraphQLObjectType || parent instanceof GraphQLInterfaceType;
    const type = known ? parent.getFields()[node.name.value]?.type : undefined;
    if (!type || !node.selectionSet || !isCompositeType(getNamedType(type))) return 0;

    const name = getNamedType(type).name;
    if (name === "PageInfo") return 0;
    const held = data === undefined ? undefined : read(data, node.alias?.value ?? node.name.value);
    if (held === null) return 0;
    if (name.endsWith("Connection")) return 2 + connectionNodes(node, name, held);
    if (Array.isArray(held))
      return held.reduce<number>(
        (sum, item) => sum + 1 + selections(node.selectionSet ?? set0, name, item),
        0,
      );
    const copies = held === undefined ? (pageSize(node) ?? 1) : 1;
    return copies * (1 + selections(node.selectionSet, name, held));
  }

  function connectionNodes(node: FieldNode, name: string, held: unknown): number {
    const inside = (data: unknown) => selections(node.selectionSet ?? set0, name, data);
    return held === undefined ? (pageSize(node) ?? 1) * inside(undefined) : inside(held);
  }

  function pageSize(node: FieldNode): number | undefined {
    const size = node.arguments?.find(({ name }) => name.value === "first" || name.value === "last");
    const value = size ? valueFromASTUntyped(size.value, variables) : undefined;
    return typeof value === "number" ? value : undefined;
  }

  return selections;
}

const set0: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

const read = (data: unknown, key: string): unknown =>
  typeof data === "object" && data !== null ? ((data as Record<string, unknown>)[key] ?? null) : null;
