// Shopify's real Admin API schema, as published in its developer tooling: what validates there validates here.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { DocumentNode, GraphQLSchema, IntrospectionQuery } from "graphql";
import { buildClientSchema, GraphQLError, parse, specifiedRules, validate } from "graphql";
import { parseAccess } from "./access.ts";
import type { Access } from "./access.ts";

export const API_VERSION = "2026-10";

export interface AdminSchema {
  schema: GraphQLSchema;
  /** What Shopify asks for before it answers: by "Customer" (a type) or "QueryRoot.customers" (a field). */
  access: Map<string, Access>;
  /** Fields that hold protected customer data: "Customer.firstName". */
  protectedFields: Set<string>;
}

let loaded: AdminSchema | undefined;

/** The schema of API_VERSION, read and built on first use, once per process (about 0.4 s). */
export function adminSchema(): AdminSchema {
  loaded ??= load();
  return loaded;
}

/** Shopify's validation errors for a GraphQL document, one sentence each; empty when it would run there. */
export function validateOperation(source: string): string[] {
  return validateDocument(source).errors.map((error) => error.message);
}

/** Parses and validates: the document, or the errors that keep it from running. */
export function validateDocument(
  source: string,
):
  | { document: DocumentNode; errors: readonly GraphQLError[] }
  | { document: null; errors: readonly GraphQLError[] } {
  try {
    const document = parse(source);
    return { document, errors: validate(adminSchema().schema, document, specifiedRules) };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [error] };
    throw error;
  }
}

/** What the published schema carries beyond the introspection standard. */
interface Annotated {
  name: string;
  requiredAccess: string | null;
  isProtected?: boolean;
  fields?: Annotated[] | null;
}

function load(): AdminSchema {
  // The package exports no path to its data, so the file is named by where it lies.
  const file = new URL(
    `../../node_modules/@shopify/dev-mcp/dist/data/admin_${API_VERSION}.json.gz`,
    import.meta.url,
  );
  const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as {
    data: IntrospectionQuery;
  };

  const access = new Map<string, Access>();
  const protectedFields = new Set<string>();
  for (const type of data.__schema.types as unknown as Annotated[]) {
    if (type.requiredAccess) access.set(type.name, parseAccess(type.requiredAccess));
    for (const field of type.fields ?? []) {
      if (field.requiredAccess) access.set(`${type.name}.${field.name}`, parseAccess(field.requiredAccess));
      if (field.isProtected) protectedFields.add(`${type.name}.${field.name}`);
    }
  }
  return { schema: buildClientSchema(data, { assumeValid: true }), access, protectedFields };
}
