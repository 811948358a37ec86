// What a merchant's own form says in the confirmation by mail.
import type { Tx } from "../../db.server.ts";
import { storefrontLanguage } from "../../i18n/storefront-language.ts";
import { madeForm } from "./published.server.ts";
import { published, wordsIn } from "./published.ts";
import { readStored } from "./take-in.server.ts";

/** In the shopper's language, else the store's; "" where the form, or its merchant, says nothing. */
export async function ownWords(
  tx: Tx,
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  receivedId: string | null,
  locale: string,
): Promise<string> {
  const received =
    receivedId && (await tx.received.findUnique({ where: { id: receivedId }, select: { body: true } }));
  const formId = received ? readStored(received.body)?.formId : null;
  const row = formId && (await tx.contactForm.findFirst({ where: { workspaceId, storeId, id: formId } }));
  const [form] = row ? madeForm(row) : [];
  if (!form) return "";
  const store = await tx.store.findUnique({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    select: { locale: true },
  });
  return wordsIn(published(form.definition.mail, store?.locale ?? "en"), storefrontLanguage(locale));
}
