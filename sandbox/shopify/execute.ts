// One GraphQL request, answered as Shopify answers it: validated, priced, throttled, executed, redacted.

import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from "graphql";
import { execute, GraphQLError, Kind } from "graphql";
import { actualCost, available, MAX_QUERY_COST, requestedCost, spend } from "./cost.ts";
import { mutationRoot, queryRoot } from "./graph/root.ts";
import type { Caller, View } from "./graph/view.ts";
import { NO_RESOLVER, resolveField } from "./graph/view.ts";
import { BUCKET_SIZE, RESTORE_RATE } from "./installation.ts";
import { adminSchema, validateDocument } from "./schema.ts";

export interface GraphqlRequest {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

export interface GraphqlAnswer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * Runs one operation for a caller. Refusals come as HTTP 200 with errors, as at Shopify;
 * what only the sandbox cannot do comes as HTTP 501, so that nobody takes it for an empty answer.
 */
export async function runGraphql(caller: Caller, request: GraphqlRequest): Promise<GraphqlAnswer> {
  if (typeof request.query !== "string" || request.query.trim() === "")
    return ok({ errors: [{ message: "No query string was present" }] });

  const { document, errors } = validateDocument(request.query);
  if (!document || errors.length > 0) return ok({ errors: errors.map(asShopifyWords) });
  const operation = chosen(document, request.operationName);
  if (!operation) return ok({ errors: [{ message: "An operation name is required" }] });

  const { schema } = adminSchema();
  const query = { schema, document, operation, variables: withDefaults(operation, request.variables) };
  const requested = requestedCost(query);
  if (requested > MAX_QUERY_COST) return ok({ errors: [tooDear(requested)] });
  if (available(caller.installation, caller.state.now()) < requested) return throttled(caller, requested);

  const isMutation = operation.operation === "mutation";
  const result = await execute({
    schema,
    document,
    rootValue: isMutation ? mutationRoot(caller) : queryRoot(caller),
    contextValue: caller,
    variableValues: (request.variables ?? {}) as Record<string, unknown>,
    operationName: operation.name?.value,
    fieldResolver: resolveField,
    typeResolver: (value) => String((value as View).__typename),
  });
  const actual = actualCost(query, result.data);
  spend(caller.installation, actual);
  return answer(caller, result, { requested, actual });
}

function answer(
  caller: Caller,
  result: ExecutionResult,
  cost: { requested: number; actual: number },
): GraphqlAnswer {
  const missing = result.errors?.filter(isOurs);
  if (missing?.length) return { status: 501, body: { errors: missing.map((error) => error.toJSON()) } };

  return ok({
    ...("data" in result && { data: result.data }),
    ...(result.errors && { errors: result.errors.map(withCode) }),
    extensions: costOf(caller, cost.requested, cost.actual),
  });
}

/** Not Shopify's doing: a resolver that is missing, or one that broke. */
const isOurs = ({ extensions, originalError }: GraphQLError) =>
  extensions.code === NO_RESOLVER ||
  (originalError !== undefined && !(originalError instanceof GraphQLError));

function throttled(caller: Caller, requested: number): GraphqlAnswer {
  const extensions = { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" };
  return ok({ errors: [{ message: "Throttled", extensions }], extensions: costOf(caller, requested, null) });
}

const costOf = ({ installation, state }: Caller, requested: number, actual: number | null) => ({
  cost: {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: {
      maximumAvailable: BUCKET_SIZE,
      currentlyAvailable: available(installation, state.now()),
      restoreRate: RESTORE_RATE,
    },
  },
});

const tooDear = (cost: number) => ({
  message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`,
  extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: MAX_QUERY_COST },
});

/** Shopify has its own words for the commonest mistake. */
function asShopifyWords(error: GraphQLError): Record<string, unknown> {
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  if (!unknown) return { ...error.toJSON(), extensions: { ...error.extensions } };
  const [, fieldName, typeName] = unknown;
  return {
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
    locations: error.locations,
    extensions: { code: "undefinedField", typeName, fieldName },
  };
}

/** An error without a code of its own is about a variable: nothing else gets past validation. */
const withCode = (error: GraphQLError) => ({
  ...error.toJSON(),
  extensions:
    "code" in error.extensions ? error.extensions : { code: "INVALID_VARIABLE", ...error.extensions },
});

function chosen(document: DocumentNode, name: unknown): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
  if (typeof name === "string" && name) return operations.find((operation) => operation.name?.value === name);
  return operations.length === 1 ? operations[0] : undefined;
}

function withDefaults(operation: OperationDefinitionNode, variables: unknown): Record<string, unknown> {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
  );
  return { ...Object.fromEntries(defaults), ...(variables as object | undefined) };
}

const ok = (body: Record<string, unknown>): GraphqlAnswer => ({ status: 200, body });
