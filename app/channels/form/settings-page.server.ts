// What the settings pages show of a store's contact forms.
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { AppError } from "../../errors.ts";
import { storefrontLanguage, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { publicationOf, type Publication } from "../../settings/publish-storefront.server.ts";
import { readSetting } from "../../settings/read.server.ts";
import type { SettingValue } from "../../settings/settings.ts";
import { listStores } from "../../workspace/stores.server.ts";
import { listForms, type KeptForm } from "./manage.server.ts";

export interface FormsView {
  store: { id: string; name: string; language: StorefrontLanguage };
  stores: { id: string; name: string }[];
  forms: KeptForm[];
  intake: SettingValue<"contactForm">;
  /** whether Shopify shows what is saved here */
  publication: Publication;
  /** Shopify's theme editor, at the contact page */
  editor: string;
}

/** The forms of one of the workspace's stores. Throws not-found for others. */
export async function viewForms(workspace: { id: string }, storeId: string | undefined): Promise<FormsView> {
  const workspaceId = workspace.id;
  const stores = await listStores(workspace);
  const store = stores.find(({ id }) => id === storeId);
  if (!store) throw new AppError("not-found");
  const place = { workspaceId, storeId: store.id };
  const [forms, intake, row, publication] = await Promise.all([
    listForms(workspace, store.id),
    readSetting(db, place, "contactForm"),
    db.store.findUnique({
      where: { workspaceId_id: { workspaceId, id: store.id } },
      select: { locale: true },
    }),
    publicationOf(place),
  ]);
  return {
    store: { id: store.id, name: store.name, language: storefrontLanguage(row?.locale) },
    stores: stores.map(({ id, name }) => ({ id, name })),
    forms,
    intake,
    publication,
    editor: themeEditor(store.shopDomain),
  };
}

/** Where the theme editor opens with the block ready to be put on the contact page. */
const themeEditor = (shopDomain: string): string =>
  `https://${shopDomain}/admin/themes/current/editor?${new URLSearchParams({
    template: "page.contact",
    addAppBlockId: `${env.SHOPIFY_API_KEY}/contact-form`,
    target: "newAppsSection",
  }).toString()}`;
