// @idempotent(key:): the same key gets the same answer, and what it stands on runs once.
// https://shopify.dev/docs/api/usage/idempotent-requests; the key is compulsory for refundCreate since 2026-04.

import type { GraphQLResolveInfo } from "graphql";
import { getDirectiveValues, GraphQLError } from "graphql";
import type { Installation } from "../installation.ts";

const COMPULSORY = ["refundCreate"];

/** Runs `work`, or answers what it answered to the same key before. Throws without a key where there must be one. */
export function onceByKey(
  { installation }: { installation: Installation },
  info: GraphQLResolveInfo,
  args: unknown,
  work: () => unknown,
): unknown {
  if (info.parentType.name !== "Mutation") return work();
  const key = keyOf(info);
  if (key === null) {
    if (!COMPULSORY.includes(info.fieldName)) return work();
    throw badRequest(`The @idempotent directive is required for the mutation ${info.fieldName}.`);
  }
  const asked = JSON.stringify(args);
  const held = installation.idempotent.get(`${info.fieldName} ${key}`);
  if (held && held.asked !== asked)
    throw badRequest(
      "The idempotency key was used with other parameters.",
      "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
    );
  if (held) return held.answer;
  const answer = work();
  installation.idempotent.set(`${info.fieldName} ${key}`, { asked, answer });
  return answer;
}

function keyOf(info: GraphQLResolveInfo): string | null {
  const directive = info.schema.getDirective("idempotent");
  const [node] = info.fieldNodes;
  if (!directive || !node) return null;
  const key = getDirectiveValues(directive, node, info.variableValues)?.key;
  if (key === undefined) return null;
  if (typeof key !== "string" || !key.trim()) throw badRequest("The idempotency key can't be blank.");
  return key;
}

const badRequest = (message: string, code = "BAD_REQUEST") =>
  new GraphQLError(message, { extensions: { code } });
