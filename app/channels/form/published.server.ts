// Composes what the contact form block reads at Shopify (settings/publish-storefront.server.ts).
import { db } from "../../db.server.ts";
import { definitionSchema, MOST_FORMS } from "./definition.ts";
import { publish, type MadeForm, type PublishedForm } from "./published.ts";

/** A store's forms by handle. One that no longer reads as a form is left out. */
export async function publishedForms({
  workspaceId,
  storeId,
}: {
  workspaceId: string;
  storeId: string;
}): Promise<Record<string, PublishedForm>> {
  const { locale } = await db.store.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    select: { locale: true },
  });
  const rows = await db.contactForm.findMany({
    where: { workspaceId, storeId, retiredAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST_FORMS,
  });
  return publish(rows.flatMap(madeForm), locale);
}

/** A row as a form; nothing when its definition can't be read. */
export function madeForm(row: {
  id: string;
  handle: string;
  revision: number;
  definition: unknown;
}): MadeForm[] {
  const parsed = definitionSchema.safeParse(row.definition);
  return parsed.success
    ? [{ id: row.id, handle: row.handle, revision: row.revision, definition: parsed.data }]
    : [];
}
