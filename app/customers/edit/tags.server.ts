// Tags come and go one by one, so that nobody's are overwritten by a list that was read earlier.
import { AppError } from "../../errors.ts";
import { TAGS_ADD, TAGS_REMOVE, type Changed } from "./edit.graphql.ts";
import { askAsEditor, noteEdit, unlessRefused, type Editing } from "./editing.server.ts";
import { readTag } from "./limits.ts";

type Tagged = Changed<{ tags?: string[] }>;

/** Puts a tag on the customer at Shopify; twice is harmless. Throws invalid, not-found, shopify-failed. */
export async function addTag(editing: Editing, written: string | undefined): Promise<string[]> {
  const { tagsAdd } = await askAsEditor<{ tagsAdd: Tagged }>(editing, TAGS_ADD, asked(editing, written));
  return keepTags(editing, tagsAdd);
}

/** Takes it off again; so is that. Throws the same. */
export async function removeTag(editing: Editing, written: string | undefined): Promise<string[]> {
  const { tagsRemove } = await askAsEditor<{ tagsRemove: Tagged }>(
    editing,
    TAGS_REMOVE,
    asked(editing, written),
  );
  return keepTags(editing, tagsRemove);
}

function asked({ gid: id }: Editing, written: string | undefined) {
  const tag = readTag(written);
  if (!tag) throw new AppError("invalid", { fields: ["tag"] });
  return { id, tags: [tag] };
}

async function keepTags(editing: Editing, { node, userErrors }: Tagged): Promise<string[]> {
  unlessRefused(userErrors);
  const tags = node?.tags;
  if (!tags) throw new AppError("not-found");
  await noteEdit(editing, "customer-tags-changed", { tags });
  return tags;
}
