// How data becomes GraphQL answers. A view is a plain object with one property per field the sandbox can answer;
// a property may be a function of the field's arguments. A field that a view lacks is an error, never a silent null.

import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { getNamedType, GraphQLError } from "graphql";
import type { SandboxState } from "../../state.ts";
import type { Shop, Staff } from "../../world/types.ts";
import { hasScope, mayAccess } from "../access.ts";
import type { Access } from "../access.ts";
import type { Installation } from "../installation.ts";
import { adminSchema } from "../schema.ts";
import { onceByKey } from "./idempotent.ts";

export type View = Record<string, unknown>;

/** Who asks, and where: the shop that the access token belongs to. */
export interface Caller {
  state: SandboxState;
  shop: Shop;
  installation: Installation;
  scopes: ReadonlySet<string>;
  /** behind an online token; null: the app itself */
  staff: Staff | null;
}

export const NO_RESOLVER = "SANDBOX_NO_RESOLVER";

/** The field resolver of the whole schema: access first, then redaction, then the view's own property. */
export const resolveField: GraphQLFieldResolver<View, Caller> = (source, args, caller, info) => {
  const name = `${info.parentType.name}.${info.fieldName}`;
  const { access, protectedFields } = adminSchema();
  refuseUnless(caller, access.get(name), info);
  refuseUnless(caller, access.get(getNamedType(info.returnType).name.replace(/Connection$/, "")), info);
  if (!caller.installation.protectedData && protectedFields.has(name)) throw notApproved(info.fieldName);

  if (!Object.hasOwn(source, info.fieldName)) throw notHere(`The sandbox has no resolver for ${name}.`);
  const value = source[info.fieldName];
  if (typeof value !== "function") return value;
  return onceByKey(caller, info, args, () => (value as (args: unknown) => unknown)(args));
};

/** Throws Shopify's refusal unless the caller has `scope`; for what the schema's notes do not say. */
export function requireScope(caller: Caller, scope: string, field: string): void {
  if (!hasScope(caller.scopes, scope)) throw denied(field, `\`${scope}\` access scope.`);
}

/** An error that says the sandbox, not Shopify, cannot do this. */
export const notHere = (message: string) => new GraphQLError(message, { extensions: { code: NO_RESOLVER } });

/** The numeric part of a global id of this type; null for another type's id. Throws on what is no global id. */
export function numericId(type: string, gid: string): string | null {
  const match = /^gid:\/\/shopify\/(\w+)\/(\d+)/.exec(gid);
  if (!match)
    throw new GraphQLError(`Invalid global id '${gid}'`, { extensions: { code: "INVALID_VARIABLE" } });
  return match[1] === type ? (match[2] ?? null) : null;
}

export const gid = (type: string, id: string) => `gid://shopify/${type}/${id}`;

function refuseUnless(caller: Caller, access: Access | undefined, info: GraphQLResolveInfo): void {
  if (access && !mayAccess(caller.scopes, access)) throw denied(info.fieldName, access.text);
}

export const denied = (field: string, required: string) =>
  new GraphQLError(`Access denied for ${field} field. Required access: ${required}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess: required,
    },
  });

const notApproved = (field: string) =>
  new GraphQLError(
    `This app is not approved to use the ${field} field. See the app's customer data settings.`,
    {
      extensions: {
        code: "ACCESS_DENIED",
        documentation: "https://shopify.dev/docs/apps/launch/protected-customer-data",
      },
    },
  );
