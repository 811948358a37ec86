// Which form was posted: the store's own of that id, in use or not any more.
import { db } from "../../db.server.ts";
import { isId } from "../../lib/id.ts";
import type { AskedForm } from "./answers.ts";
import { madeForm } from "./published.server.ts";

/** Null for a form we don't know: what it says is taken all the same, and nothing is demanded of it. */
export async function findAskedForm(
  { workspaceId, storeId, locale }: { workspaceId: string; storeId: string; locale: string },
  said: { formId: string; revision: string },
): Promise<AskedForm | null> {
  if (!isId(said.formId)) return null;
  const row = await db.contactForm.findFirst({ where: { workspaceId, storeId, id: said.formId } });
  const [form] = row ? madeForm(row) : [];
  // A page a cache has kept shows an older form: nobody can fill in what it does not ask.
  return form && row
    ? { ...form, locale, current: !row.retiredAt && said.revision === String(row.revision) }
    : null;
}
