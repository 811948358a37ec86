// App-data metafields: what the app keeps on its own installation, for its theme blocks to read.

import { createHash } from "node:crypto";
import type { AppMetafield } from "../installation.ts";
import type { Caller, View } from "./view.ts";
import { gid, notHere, numericId } from "./view.ts";

export interface MetafieldInput {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
}

type UserError = { field: string[]; message: string; code: string };

const TYPES = ["json", "boolean", "single_line_text_field", "multi_line_text_field", "number_integer", "url"];

export const metafieldView = (field: AppMetafield): View => ({
  __typename: "Metafield",
  id: gid("Metafield", field.id),
  namespace: field.namespace,
  key: field.key,
  type: field.type,
  value: field.value,
  jsonValue: metafieldValue(field),
  createdAt: field.createdAt,
  updatedAt: field.updatedAt,
  compareDigest: digest(field.value),
  ownerType: "APP_INSTALLATION",
});

/** The stored value as its type says: what Liquid and jsonValue see. */
export function metafieldValue({ type, value }: Pick<AppMetafield, "type" | "value">): unknown {
  return ["json", "boolean", "number_integer"].includes(type) ? (JSON.parse(value) as unknown) : value;
}

/** Sets all of the fields or, when one of them is refused, none. */
export function setMetafields(caller: Caller, { metafields }: { metafields: MetafieldInput[] }): View {
  const { installation, state } = caller;
  const userErrors = metafields.flatMap((input, index) => problems(caller, input, String(index)));
  if (metafields.length > 25)
    userErrors.push({
      field: ["metafields"],
      message: "Exceeded the maximum of 25 metafields.",
      code: "LESS_THAN_OR_EQUAL_TO",
    });
  if (userErrors.length > 0) return { metafields: [], userErrors };

  const now = state.now().toISOString();
  const written = metafields.map((input) => {
    const field: AppMetafield = find(caller, input) ?? {
      id: String(31_700_000_001 + installation.metafields.length),
      namespace: input.namespace ?? "",
      key: input.key,
      type: input.type ?? "json",
      value: "",
      createdAt: now,
      updatedAt: now,
    };
    if (!installation.metafields.includes(field)) installation.metafields.push(field);
    return Object.assign(field, { value: input.value, type: input.type ?? field.type, updatedAt: now });
  });
  return { metafields: written.map(metafieldView), userErrors: [] };
}

/** Deletes what is there; what is not there comes back as null, as at Shopify. */
export function deleteMetafields(
  caller: Caller,
  { metafields }: { metafields: { ownerId: string; namespace: string; key: string }[] },
): View {
  const deletedMetafields = metafields.map((input) => {
    refuseOtherOwners(caller, input.ownerId);
    const field = find(caller, input);
    if (!field) return null;
    caller.installation.metafields.splice(caller.installation.metafields.indexOf(field), 1);
    return { key: field.key, namespace: field.namespace, ownerId: input.ownerId };
  });
  return { deletedMetafields, userErrors: [] };
}

function problems(caller: Caller, input: MetafieldInput, index: string): UserError[] {
  refuseOtherOwners(caller, input.ownerId);
  const held = find(caller, input);
  const type = input.type ?? held?.type;
  const at = (field: string, message: string, code: string) => [
    { field: ["metafields", index, field], message, code },
  ];
  if (!input.namespace) return at("namespace", "Namespace can't be blank", "BLANK");
  if (!/^[\w-]{2,64}$/.test(input.key))
    return at("key", "Key must be 2 to 64 letters, digits, - or _", "INVALID");
  if (!type) return at("type", "Type can't be blank", "BLANK");
  if (!TYPES.includes(type))
    return at("type", `The sandbox knows these types: ${TYPES.join(", ")}`, "INVALID_TYPE");
  if (input.compareDigest && input.compareDigest !== (held ? digest(held.value) : null))
    return at("compareDigest", "The resource has been updated since it was loaded.", "STALE_OBJECT");
  try {
    metafieldValue({ type, value: input.value });
    return input.value === "" ? at("value", "Value can't be blank", "BLANK") : [];
  } catch {
    return at("value", `Value is invalid for type ${type}.`, "INVALID_VALUE");
  }
}

const find = ({ installation }: Caller, { namespace, key }: Pick<MetafieldInput, "namespace" | "key">) =>
  installation.metafields.find((field) => field.namespace === namespace && field.key === key);

function refuseOtherOwners({ installation }: Caller, ownerId: string): void {
  if (numericId("AppInstallation", ownerId) === installation.id) return;
  throw notHere(`The sandbox keeps metafields of this app's installation only, not of ${ownerId}.`);
}

const digest = (value: string) => createHash("sha256").update(value).digest("hex");
